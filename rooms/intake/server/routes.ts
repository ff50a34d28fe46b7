import { on, raw } from '../../../platform/http/on.ts'
import { listMailDoors } from '../contract/doors.ts'
import {
  addMailbox,
  changeMailbox,
  countInboundMail,
  deliverMail,
  discardInboundMail,
  discardInboundMails,
  getInboundMail,
  getMailSource,
  listInboundMail,
  listMailboxes,
  removeMailbox,
  retryInboundMail,
  retryInboundMails,
} from '../contract/http.ts'
import { getImapAccount, removeImapAccount, setImapAccount, tryImapAccount } from '../contract/imap.ts'
import { changeMailboxSending, getMailboxSending, giveMailboxSender } from '../contract/sending.ts'
import { deliverMailOverHttp } from './deliver-mail.ts'
import { removeOneImapAccount, setOneImapAccount, viewImapAccount } from './imap/manage-account.ts'
import { tryImapAccountNow } from './imap/try-account.ts'
import { discardItem, retryItem, viewItem, viewItems } from './manage-items.ts'
import { addOneMailbox, changeOneMailbox, removeOneMailbox, viewMailboxes } from './manage-mailboxes.ts'
import { changeSending, giveSender, viewSending } from './manage-sending.ts'
import { sourceOf } from './raw-source.ts'
import { countItems, discardItems, retryItems } from './settle-items.ts'
import { viewDoors } from './view-doors.ts'

const manage = { access: 'intake.manage' }
const versioned = { access: 'intake.manage', etag: (mailbox: { version: number }) => `${mailbox.version}` }

export const routes = [
  on(listInboundMail, manage, (cx, { query }) => viewItems(cx, query)),
  on(countInboundMail, manage, (cx) => countItems(cx)),
  on(retryInboundMails, manage, (cx, { body }) => retryItems(cx, body)),
  on(discardInboundMails, manage, (cx, { body }) => discardItems(cx, body)),
  on(getInboundMail, { access: ['intake.manage', 'intake.deliver'] }, (cx, { params }) => viewItem(cx, params.id)),
  raw(deliverMail, { access: 'intake.deliver', bodyLimit: Number.MAX_SAFE_INTEGER }, async (cx, { request, reply }) =>
    reply.status(202).send(await deliverMailOverHttp(cx, request)),
  ),
  raw(getMailSource, manage, async (cx, { params, reply }) =>
    reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="mail-${params.id}.eml"`)
      .send(await sourceOf(cx.db, params.id)),
  ),
  on(retryInboundMail, manage, (cx, { params }) => retryItem(cx, params.id)),
  on(discardInboundMail, manage, (cx, { params }) => discardItem(cx, params.id)),
  on(getMailboxSending, versioned, (cx, { params }) => viewSending(cx.db, params.id)),
  on(changeMailboxSending, versioned, (cx, { params, body, ifMatch }) => changeSending(cx, params.id, body, ifMatch)),
  on(giveMailboxSender, versioned, (cx, { params }) => giveSender(cx, params.id)),
  on(listMailboxes, manage, (cx) => viewMailboxes(cx)),
  on(addMailbox, versioned, (cx, { body }) => addOneMailbox(cx, body)),
  on(changeMailbox, versioned, (cx, { params, body, ifMatch }) => changeOneMailbox(cx, params.id, body, ifMatch)),
  on(removeMailbox, manage, (cx, { params }) => removeOneMailbox(cx, params.id)),
  on(getImapAccount, manage, (cx, { params }) => viewImapAccount(cx, params.id)),
  on(setImapAccount, manage, (cx, { params, body }) => setOneImapAccount(cx, params.id, body)),
  on(removeImapAccount, manage, (cx, { params }) => removeOneImapAccount(cx, params.id)),
  on(tryImapAccount, manage, (cx, { params, body }) => tryImapAccountNow(cx, params.id, body)),
  on(listMailDoors, manage, (cx) => viewDoors(cx)),
]
