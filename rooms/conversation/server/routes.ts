import { on, raw } from '../../../platform/http/on.ts'
import { openSentMail } from '../../../platform/mail/index.ts'
import { sourceOf } from '../../intake/server/index.ts'
import * as http from '../contract/http.ts'
import { messageFor } from './access.ts'
import { addCannedReply, changeCannedReply, listCannedReplies, removeCannedReply } from './canned-replies.ts'
import { changeSide } from './change-side-conversation.ts'
import { changeSubscription, viewSubscription } from './change-subscription.ts'
import { noSource } from './errors.ts'
import { fillCannedReply } from './fill-canned-reply.ts'
import { dropDraft, keepDraft, viewDrafts } from './keep-draft.ts'
import { keepSignature, viewSignature } from './keep-signature.ts'
import { allowPictures, forbidPictures, viewPictureSenders } from './picture-senders.ts'
import { retryMessageNow, settleMessageNow } from './retry-message.ts'
import { cancelScheduled, changeScheduled, scheduleOneReply, viewScheduled } from './schedule-reply.ts'
import { sendMessageFiles, sendTicketFiles } from './send-files.ts'
import { sendScheduledNow } from './send-scheduled-now.ts'
import { splitMessage } from './split-message.ts'
import { startSideConversation, writeSideMessage } from './start-side-conversation.ts'
import { stopInOneClick } from './stop-in-one-click.ts'
import { undoMessage } from './undo-message.ts'
import { undoSideMessage } from './undo-side-message.ts'
import { sendMailPart, viewAttachedMail } from './view-attached-mail.ts'
import { viewMessage, viewMessages } from './view-messages.ts'
import { viewOrigin } from './view-origin.ts'
import { viewPicture } from './view-picture.ts'
import { itemOfSideMessage, viewSideConversations } from './view-side-conversations.ts'
import { writeMessage } from './write-message.ts'

const seen = ['ticket.read', 'ticket.readOwn']
const etag = (reply: { version: number }) => String(reply.version)
const outside = 'conversation.askOutside'
// Each one parses a mail of up to thirty megabytes.
const parsing = { hits: 120, perSeconds: 60 }
// Each one may read gigabytes.
const packing = { hits: 30, perSeconds: 60 }
const byStrangers = { hits: 60, perSeconds: 60, by: 'address' } as const
const manage = 'conversation.manageCannedReplies'

export const routes = [
  on(http.listMessages, { access: seen }, (cx, { params, query }) => viewMessages(cx, params.number, query)),
  on(
    http.writeMessageEndpoint,
    { access: [...seen, 'ticket.reply'], bodyLimit: 4 * 1024 * 1024 },
    (cx, { params, body }) => writeMessage(cx, params.number, body),
  ),
  on(http.undoMessageEndpoint, { access: seen }, (cx, { params }) => undoMessage(cx, params.number, params.id)),
  on(http.splitMessageEndpoint, { access: 'ticket.createForOthers' }, (cx, { params, body }) =>
    splitMessage(cx, params.number, params.id, body),
  ),
  raw(http.getMessageSource, { access: 'ticket.note' }, async (cx, { params, reply }) => {
    const { message } = await messageFor(cx.db, cx.actor, params.number, params.id)
    const source =
      message.itemId !== null
        ? sourceOf(cx.db, message.itemId)
        : message.outboxId !== null
          ? openSentMail(cx.db, message.outboxId)
          : undefined
    if (!source) throw noSource()
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="message-${message.id}.eml"`)
      .send(await source)
  }),
  raw(http.getMessageFiles, { access: seen, rateLimit: packing }, (cx, { params, reply }) =>
    sendMessageFiles(cx, params.number, params.id, reply),
  ),
  raw(http.getTicketFiles, { access: seen, rateLimit: packing }, (cx, { params, reply }) =>
    sendTicketFiles(cx, params.number, reply),
  ),
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
  on(http.undoSideMessageEndpoint, { access: outside }, (cx, { params }) => undoSideMessage(cx, params)),
  raw(http.getSideSource, { access: 'ticket.note' }, async (cx, { params, reply }) => {
    const itemId = await itemOfSideMessage(cx, params)
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="answer-${params.message}.eml"`)
      .send(await sourceOf(cx.db, itemId))
  }),
  on(http.getMessage, { access: seen }, (cx, { params }) => viewMessage(cx, params.number, params.id)),
  on(http.getMessageOrigin, { access: 'ticket.note' }, (cx, { params }) => viewOrigin(cx, params.number, params.id)),
  raw(
    http.getMessagePicture,
    { access: seen, rateLimit: { hits: 600, perSeconds: 60 } },
    (cx, { params, query, reply }) => viewPicture(cx, params, query.url, reply),
  ),
  on(http.getAttachedMail, { access: seen, rateLimit: parsing }, (cx, { params }) => viewAttachedMail(cx, params)),
  raw(http.getAttachedMailPart, { access: seen, rateLimit: parsing }, (cx, { params, query, request, reply }) =>
    sendMailPart(cx, params, query.show === true, request, reply),
  ),
  on(http.listPictureSenders, { access: seen }, (cx) => viewPictureSenders(cx)),
  on(http.allowPictureSender, { access: seen }, (cx, { params }) => allowPictures(cx, params.id)),
  on(http.forbidPictureSender, { access: seen }, (cx, { params }) => forbidPictures(cx, params.id)),
  on(http.listScheduledReplies, { access: 'ticket.note' }, (cx, { params }) => viewScheduled(cx, params.number)),
  on(http.scheduleReply, { access: 'ticket.reply', bodyLimit: 4 * 1024 * 1024 }, (cx, { params, body }) =>
    scheduleOneReply(cx, params.number, body),
  ),
  on(
    http.changeScheduledReply,
    { access: 'ticket.reply', bodyLimit: 4 * 1024 * 1024 },
    (cx, { params, body, ifMatch }) => changeScheduled(cx, params.number, params.id, body, ifMatch),
  ),
  on(http.sendScheduledReply, { access: 'ticket.reply' }, (cx, { params }) =>
    sendScheduledNow(cx, params.number, params.id),
  ),
  on(http.cancelScheduledReply, { access: 'ticket.reply' }, (cx, { params }) =>
    cancelScheduled(cx, params.number, params.id),
  ),
  on(http.getMailSubscription, { access: 'open', rateLimit: byStrangers }, (cx, { params }) =>
    viewSubscription(cx.db, params.token),
  ),
  on(http.changeMailSubscription, { access: 'open', rateLimit: byStrangers }, (cx, { params, body }) =>
    changeSubscription(cx, params.token, body.follows),
  ),
  raw(
    http.stopMailInOneClick,
    // Mail providers post for all their users from few addresses.
    { access: 'open', rateLimit: { ...byStrangers, hits: 600 }, form: true },
    (cx, { params, request, reply }) => stopInOneClick(cx, params.token, request, reply),
  ),
  on(http.getSignature, { access: 'ticket.reply' }, viewSignature),
  on(http.keepSignatureEndpoint, { access: 'ticket.reply' }, (cx, { body }) => keepSignature(cx, body.text)),
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
