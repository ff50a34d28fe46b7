import { on } from '../../../platform/http/on.ts'
import {
  addLinkEndpoint,
  addWatcherEndpoint,
  assignTicketEndpoint,
  changeStatusEndpoint,
  changeTicketEndpoint,
  getTicket,
  getTimeline,
  listTicketsEndpoint,
  mergeTicketEndpoint,
  openTicketEndpoint,
  previewMergeEndpoint,
  removeLinkEndpoint,
  removeWatcherEndpoint,
  unmergeTicketEndpoint,
} from '../contract/http.ts'
import { askForHelp } from './ask-for-help.ts'
import { assignTicket } from './assign-ticket.ts'
import { changeStatusByHand } from './change-status.ts'
import { changeTicket } from './change-ticket.ts'
import { addLink, removeLink } from './link-tickets.ts'
import { listTickets } from './list-tickets.ts'
import { mergeTicket } from './merge-ticket.ts'
import { previewMerge } from './preview-merge.ts'
import { unmergeTicket } from './unmerge-ticket.ts'
import { viewTicket } from './view-ticket.ts'
import { viewTimeline } from './view-timeline.ts'
import { addWatcher, removeWatcher } from './watch-ticket.ts'

const seen = ['ticket.read', 'ticket.readOwn']
const etag = (ticket: { version: number }) => String(ticket.version)

export const routes = [
  on(openTicketEndpoint, { access: 'ticket.create', etag }, (cx, { body }) => askForHelp(cx, body)),
  on(listTicketsEndpoint, { access: seen }, (cx, { query }) => listTickets(cx, query)),
  on(getTicket, { access: seen, etag }, (cx, { params, query }) => viewTicket(cx, params.number, query.at)),
  on(changeTicketEndpoint, { access: 'ticket.update', etag }, (cx, { params, body, ifMatch }) =>
    changeTicket(cx, params.number, body, ifMatch),
  ),
  on(assignTicketEndpoint, { access: 'ticket.assign', etag }, (cx, { params, body, ifMatch }) =>
    assignTicket(cx, params.number, body, ifMatch),
  ),
  on(changeStatusEndpoint, { access: 'ticket.update', etag }, (cx, { params, body, ifMatch }) =>
    changeStatusByHand(cx, params.number, body, ifMatch),
  ),
  on(addWatcherEndpoint, { access: 'ticket.update', etag }, (cx, { params, body }) =>
    addWatcher(cx, params.number, body.person),
  ),
  on(removeWatcherEndpoint, { access: 'ticket.update', etag }, (cx, { params }) =>
    removeWatcher(cx, params.number, params.person),
  ),
  on(addLinkEndpoint, { access: 'ticket.update', etag }, (cx, { params, body }) => addLink(cx, params.number, body)),
  on(removeLinkEndpoint, { access: 'ticket.update', etag }, (cx, { params }) =>
    removeLink(cx, params.number, params.link),
  ),
  on(previewMergeEndpoint, { access: 'ticket.update' }, (cx, { params, query }) =>
    previewMerge(cx, params.number, query.into),
  ),
  on(mergeTicketEndpoint, { access: 'ticket.update', etag }, (cx, { params, body, ifMatch }) =>
    mergeTicket(cx, params.number, body, ifMatch),
  ),
  on(unmergeTicketEndpoint, { access: 'ticket.update', etag }, (cx, { params, ifMatch }) =>
    unmergeTicket(cx, params.number, ifMatch),
  ),
  on(getTimeline, { access: seen }, (cx, { params, query }) => viewTimeline(cx, params.number, query)),
]
