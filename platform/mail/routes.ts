import { on } from '../http/on.ts'
import * as http from './contract.ts'
import { changeSenderNow, tryServer, viewSender } from './keep-sender.ts'
import { discardMailNow, discardMailsNow, retryMailNow, retryMailsNow, viewOutbox } from './manage-outbox.ts'
import { pauseSending, resumeSending } from './pause-sending.ts'
import { viewOverview } from './view-overview.ts'

const access = 'platform.manageMail'
const etag = (sender: { version: number }) => String(sender.version)

export const routes = [
  on(http.listOutbox, { access }, (cx, { query }) => viewOutbox(cx, query)),
  on(http.getOutboxOverview, { access }, viewOverview),
  on(http.retryMails, { access }, (cx, { body }) => retryMailsNow(cx, body.ids)),
  on(http.discardMails, { access }, (cx, { body }) => discardMailsNow(cx, body.ids)),
  on(http.retryMail, { access }, (cx, { params }) => retryMailNow(cx, params.id)),
  on(http.discardMail, { access }, (cx, { params }) => discardMailNow(cx, params.id)),
  on(http.pauseOutbox, { access }, async (cx, { query, body }) => {
    await pauseSending(cx, query.sender ?? null, body.why ?? null)
    return viewOverview(cx)
  }),
  on(http.resumeOutbox, { access }, async (cx, { query }) => {
    await resumeSending(cx, query.sender ?? null)
    return viewOverview(cx)
  }),
  on(http.getMailSender, { access, etag }, (cx, { params }) => viewSender(cx.db, params.id)),
  on(http.changeMailSender, { access, etag }, (cx, { params, body, ifMatch }) =>
    changeSenderNow(cx, params.id, body, ifMatch),
  ),
  on(http.tryMailSender, { access, rateLimit: { hits: 20, perSeconds: 60 } }, (cx, { params }) =>
    tryServer(cx, params.id),
  ),
]
