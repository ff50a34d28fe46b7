import { on } from '../../../platform/http/on.ts'
import { getBoard } from '../contract/board.ts'
import {
  cancelBulkChange,
  changeViewEndpoint,
  createBulkChange,
  createView,
  deleteViewEndpoint,
  getBulkChange,
  getView,
  getWorkLists,
  listBulkChanges,
  listViews,
  putViewOrder,
  searchEndpoint,
} from '../contract/http.ts'
import { getMyMatrix } from '../contract/matrix.ts'
import { changeInBulk } from './change-in-bulk.ts'
import { orderViews } from './order-views.ts'
import { viewsFor } from './queries.ts'
import { addView, changeView, deleteView, viewOf } from './save-view.ts'
import { search } from './search-tickets.ts'
import { viewBoard } from './view-board.ts'
import { latestBulkChanges, stopBulkChange, viewBulkChange } from './view-bulk-change.ts'
import { viewMyWork } from './view-my-work.ts'
import { viewWorkLists } from './view-work-lists.ts'

const etag = (view: { version: number }) => String(view.version)
const views = 'desk.views'
const bulk = 'desk.bulkChange'

export const routes = [
  on(getWorkLists, { access: views }, (cx) => viewWorkLists(cx)),
  on(listViews, { access: views }, async (cx) => ({ items: await viewsFor(cx.db, cx.actor), nextCursor: null })),
  on(createView, { access: views, etag }, (cx, { body }) => addView(cx, body)),
  on(putViewOrder, { access: views }, (cx, { body }) => orderViews(cx, body.ids)),
  on(getView, { access: views, etag }, (cx, { params }) => viewOf(cx.db, cx.actor, params.id)),
  on(changeViewEndpoint, { access: views, etag }, (cx, { params, body, ifMatch }) =>
    changeView(cx, params.id, body, ifMatch),
  ),
  on(deleteViewEndpoint, { access: views }, (cx, { params, ifMatch }) => deleteView(cx, params.id, ifMatch)),
  on(createBulkChange, { access: bulk }, (cx, { body }) => changeInBulk(cx, body)),
  on(listBulkChanges, { access: bulk }, (cx) => latestBulkChanges(cx)),
  on(getBulkChange, { access: bulk }, (cx, { params }) => viewBulkChange(cx.db, cx.actor, params.id)),
  on(cancelBulkChange, { access: bulk }, (cx, { params }) => stopBulkChange(cx, params.id)),
  on(getMyMatrix, { access: 'desk.views' }, (cx) => viewMyWork(cx)),
  on(getBoard, { access: 'desk.board' }, (cx, { query }) => viewBoard(cx, query)),
  on(searchEndpoint, { access: 'desk.search' }, (cx, { query }) => search(cx, query)),
]
