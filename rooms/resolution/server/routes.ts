import { on } from '../../../platform/http/on.ts'
import {
  answerConfirmationEndpoint,
  confirmResolutionEndpoint,
  getConfirmation,
  getResolutions,
  resolveTicketEndpoint,
  withdrawResolutionEndpoint,
} from '../contract/http.ts'
import { answerConfirmation, viewConfirmation } from './answer-confirmation.ts'
import { confirmResolution } from './close-ticket.ts'
import { reopenTicket } from './reopen-ticket.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { viewResolution } from './view-resolution.ts'

const seen = ['ticket.read', 'ticket.readOwn']
const etag = (ticket: { version: number }) => String(ticket.version)
const byStrangers = { hits: 60, perSeconds: 60, by: 'address' } as const

export const routes = [
  on(getResolutions, { access: seen }, (cx, { params }) => viewResolution(cx, params.number)),
  on(resolveTicketEndpoint, { access: 'ticket.resolve', etag }, (cx, { params, body, ifMatch }) =>
    resolveTicket(cx, params.number, body, ifMatch),
  ),
  on(withdrawResolutionEndpoint, { access: seen, etag }, (cx, { params, query, ifMatch }) =>
    reopenTicket(cx, params.number, query.reason, ifMatch),
  ),
  on(confirmResolutionEndpoint, { access: seen, etag }, (cx, { params }) => confirmResolution(cx, params.number)),
  on(getConfirmation, { access: 'open', rateLimit: byStrangers }, (cx, { params }) =>
    viewConfirmation(cx.db, params.token),
  ),
  on(answerConfirmationEndpoint, { access: 'open', rateLimit: byStrangers }, (cx, { params, body }) =>
    answerConfirmation(cx, params.token, body),
  ),
]
