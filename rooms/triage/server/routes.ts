import { on, type Route } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { findSimilar } from './find-similar.ts'
import { markSpam, unmarkSpam, viewSpam } from './mark-spam.ts'
import { overridePriority, withdrawOverride } from './override-priority.ts'
import { previewMatrix } from './preview-matrix.ts'
import { viewPriority } from './view-priority.ts'
import { viewUsage } from './view-usage.ts'

const own = ['ticket.read', 'ticket.readOwn']

export const routes: Route[] = [
  on(http.getPriority, { access: own }, (cx, { params }) => viewPriority(cx, params.number)),
  on(http.putPriority, { access: 'ticket.update' }, (cx, { params, body, ifMatch }) =>
    overridePriority(cx, params.number, body, ifMatch),
  ),
  on(http.deletePriority, { access: 'ticket.update' }, (cx, { params, ifMatch }) =>
    withdrawOverride(cx, params.number, ifMatch),
  ),
  on(http.getSpam, { access: 'ticket.read' }, (cx, { params }) => viewSpam(cx, params.number)),
  on(http.putSpam, { access: 'ticket.update' }, (cx, { params }) => markSpam(cx, params.number)),
  on(http.deleteSpam, { access: 'ticket.update' }, (cx, { params }) => unmarkSpam(cx, params.number)),
  on(http.listSimilar, { access: 'ticket.read' }, async (cx, { params, query }) => ({
    items: await findSimilar(cx, params.number, query.limit ?? 5),
    nextCursor: null,
  })),
  on(http.previewMatrix, { access: 'catalog.manage' }, (cx, { body }) => previewMatrix(cx, body)),
  on(http.getServiceUsage, { access: 'catalog.manage' }, (cx, { params }) => viewUsage(cx, 'serviceId', params.id)),
  on(http.getCategoryUsage, { access: 'catalog.manage' }, (cx, { params }) => viewUsage(cx, 'categoryId', params.id)),
]
