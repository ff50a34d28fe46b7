import { on, type Route } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { addCategory } from './add-category.ts'
import { addService } from './add-service.ts'
import { changeCategory, removeCategory } from './change-category.ts'
import { changeForm, listFormVersions, viewForm, viewFormVersion } from './change-form.ts'
import { changeMatrix } from './change-matrix.ts'
import { changeService, orderServices, removeService } from './change-service.ts'
import { listCategories, viewCategory } from './list-categories.ts'
import { listServices, viewService } from './list-services.ts'
import { mergeCategory } from './merge-category.ts'
import { matrix } from './queries.ts'

const versionOf = (thing: { version: number }) => `${thing.version}`
const numberOf = (form: { number: number }) => `${form.number}`
const all = <T>(items: T[]) => ({ items, nextCursor: null })

const read = { access: 'signed-in', etag: versionOf }
const write = { access: 'catalog.manage', etag: versionOf }

export const routes: Route[] = [
  on(http.listServices, { access: 'signed-in' }, async (cx, { query }) => all(await listServices(cx, query))),
  on(http.createService, write, (cx, { body }) => addService(cx, body)),
  on(http.getService, read, (cx, { params }) => viewService(cx, params.id)),
  on(http.changeService, write, (cx, { params, body, ifMatch }) => changeService(cx, params.id, body, ifMatch)),
  on(http.deleteService, { access: 'catalog.manage' }, (cx, { params, ifMatch }) =>
    removeService(cx, params.id, ifMatch),
  ),
  on(http.putServiceOrder, { access: 'catalog.manage' }, async (cx, { body }) =>
    all(await orderServices(cx, body.ids)),
  ),

  on(http.getForm, { access: 'signed-in', etag: numberOf }, (cx, { params, query }) =>
    viewForm(cx, params.id, query.at),
  ),
  on(http.putForm, { access: 'catalog.manage', etag: numberOf }, (cx, { params, body, ifMatch }) =>
    changeForm(cx, params.id, body.fields, ifMatch),
  ),
  on(http.listFormVersions, { access: 'catalog.read' }, async (cx, { params }) =>
    all(await listFormVersions(cx, params.id)),
  ),
  on(http.getFormVersion, { access: 'signed-in' }, (cx, { params }) => viewFormVersion(cx, params.id)),

  on(http.listCategories, { access: 'signed-in' }, async (cx, { query }) => all(await listCategories(cx, query))),
  on(http.createCategory, write, (cx, { body }) => addCategory(cx, body)),
  on(http.getCategory, read, (cx, { params }) => viewCategory(cx, params.id)),
  on(http.changeCategory, write, (cx, { params, body, ifMatch }) => changeCategory(cx, params.id, body, ifMatch)),
  on(http.deleteCategory, { access: 'catalog.manage' }, (cx, { params, ifMatch }) =>
    removeCategory(cx, params.id, ifMatch),
  ),
  on(http.mergeCategory, write, (cx, { params, body, ifMatch }) => mergeCategory(cx, params.id, body.intoId, ifMatch)),

  on(http.getMatrix, read, (cx) => matrix(cx.db)),
  on(http.putMatrix, write, (cx, { body, ifMatch }) => changeMatrix(cx, body, ifMatch)),
]
