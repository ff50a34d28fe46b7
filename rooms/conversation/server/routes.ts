import { on, raw } from '../../../platform/http/on.ts'
import { sourceOf } from '../../intake/server/index.ts'
import * as http from '../contract/http.ts'
import { messageFor } from './access.ts'
import { addCannedReply, changeCannedReply, listCannedReplies, removeCannedReply } from './canned-replies.ts'
import { changeSide } from './change-side-conversation.ts'
import { noSource } from './errors.ts'
import { fillCannedReply } from './fill-canned-reply.ts'
import { dropDraft, keepDraft, viewDrafts } from './keep-draft.ts'
import { retryMessageNow, settleMessageNow } from './retry-message.ts'
import { startSideConversation, writeSideMessage } from './start-side-conversation.ts'
import { undoMessage } from './undo-message.ts'
import { viewMessages } from './view-messages.ts'
import { itemOfSideMessage, viewSideConversations } from './view-side-conversations.ts'
import { writeMessage } from './write-message.ts'

const seen = ['ticket.read', 'ticket.readOwn']
const etag = (reply: { version: number }) => String(reply.version)
const outside = 'conversation.askOutside'
const manage = 'conversation.manageCannedReplies'

export const routes = [
  on(http.listMessages, { access: seen }, (cx, { params, query }) => viewMessages(cx, params.number, query)),
  on(
    http.writeMessageEndpoint,
    { access: [...seen, 'ticket.reply'], bodyLimit: 4 * 1024 * 1024 },
    (cx, { params, body }) => writeMessage(cx, params.number, body),
  ),
  on(http.undoMessageEndpoint, { access: seen }, (cx, { params }) => undoMessage(cx, params.number, params.id)),
  raw(http.getMessageSource, { access: 'ticket.note' }, async (cx, { params, reply }) => {
    const { message } = await messageFor(cx.db, cx.actor, params.number, params.id)
    if (message.itemId === null) throw noSource()
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="message-${message.id}.eml"`)
      .send(await sourceOf(cx.db, message.itemId))
  }),
  on(http.retryMessage, { access: 'ticket.reply' }, (cx, { params }) => retryMessageNow(cx, params.number, params.id)),
  on(http.settleMessage, { access: 'ticket.reply' }, (cx, { params }) =>
    settleMessageNow(cx, params.number, params.id),
  ),
  on(http.listSideConversations, { access: 'ticket.note' }, (cx, { params }) =>
    viewSideConversations(cx, params.number),
  ),
  on(http.startSideConversationEndpoint, { access: outside, bodyLimit: 4 * 1024 * 1024 }, (cx, { params, body }) =>
    startSideConversation(cx, params.number, body),
  ),
  on(http.writeSideMessageEndpoint, { access: outside, bodyLimit: 4 * 1024 * 1024 }, (cx, { params, body }) =>
    writeSideMessage(cx, params.number, params.id, body),
  ),
  on(http.changeSideConversation, { access: outside }, (cx, { params, body }) =>
    changeSide(cx, params.number, params.id, body),
  ),
  raw(http.getSideSource, { access: 'ticket.note' }, async (cx, { params, reply }) => {
    const itemId = await itemOfSideMessage(cx, params)
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="answer-${params.message}.eml"`)
      .send(await sourceOf(cx.db, itemId))
  }),
  on(http.getDraft, { access: seen }, (cx, { params }) => viewDrafts(cx, params.number)),
  on(http.keepDraftEndpoint, { access: seen, bodyLimit: 4 * 1024 * 1024 }, (cx, { params, body }) =>
    keepDraft(cx, params.number, params.kind, body),
  ),
  on(http.dropDraftEndpoint, { access: seen }, (cx, { params }) => dropDraft(cx, params.number, params.kind)),
  on(http.listCannedReplies, { access: ['ticket.reply', manage] }, (cx, { query }) => listCannedReplies(cx, query)),
  on(http.addCannedReplyEndpoint, { access: manage, etag }, (cx, { body }) => addCannedReply(cx, body)),
  on(http.changeCannedReplyEndpoint, { access: manage, etag }, (cx, { params, body, ifMatch }) =>
    changeCannedReply(cx, params.id, body, ifMatch),
  ),
  on(http.removeCannedReplyEndpoint, { access: manage }, (cx, { params }) => removeCannedReply(cx, params.id)),
  on(http.fillCannedReply, { access: 'ticket.reply' }, (cx, { params }) =>
    fillCannedReply(cx, params.number, params.id),
  ),
]
