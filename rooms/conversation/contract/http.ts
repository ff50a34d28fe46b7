import { Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, OneOf, Page, PageQuery } from '../../../platform/http/schemas.ts'
import { Number_ } from '../../ticket/contract/http.ts'
import { AttachedMail, MessageOrigin } from './origin.ts'
import { CannedReply, Draft, KeptDraft, Message, messageKinds, WriteCannedReply, WriteMessage } from './shapes.ts'

export * from './http-scheduled.ts'
export * from './http-side.ts'
export * from './http-subscription.ts'
export * from './origin.ts'
export * from './shapes.ts'

const tag = 'messages'
const ByTicket = Type.Object({ number: Number_ })
const ByMessage = Type.Object({ number: Number_, id: Id })
const ByDraft = Type.Object({ number: Number_, kind: OneOf(messageKinds) })
const ById = Type.Object({ id: Id })
const ByAttachment = Type.Object({ number: Number_, id: Id, file: Id })

export const listMessages = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/messages',
  summary: 'The conversation on a ticket, oldest first; notes only for technicians',
  tag,
  params: ByTicket,
  query: Type.Object({
    ...PageQuery,
    order: Type.Optional(
      OneOf(['oldest', 'newest'], { description: 'Which come first; the oldest unless said otherwise' }),
    ),
  }),
  response: Type.Object({
    ...Page(Message).properties,
    total: Type.Integer({ description: 'How many messages of the ticket the reader may see' }),
  }),
})

export const getMessage = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/messages/:id',
  summary: 'One message, whole',
  tag,
  params: ByMessage,
  response: Message,
})

export const writeMessageEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/messages',
  summary: 'Write a public reply or an internal note',
  tag,
  params: ByTicket,
  body: WriteMessage,
  response: Message,
  status: 201,
  idempotent: true,
})

export const undoMessageEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/messages/:id',
  summary: 'Take back a message of one’s own in its first seconds',
  tag,
  params: ByMessage,
  response: Draft,
})

export const splitMessageEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/messages/:id/split-off',
  summary: 'Make a message a ticket of its own, linked with this one',
  tag,
  params: ByMessage,
  body: Type.Object({ subject: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }),
  response: Type.Object({ number: Number_ }),
  status: 201,
  idempotent: true,
})

export const getMessageSource = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/messages/:id/source',
  summary: 'The raw e-mail a message came from',
  tag,
  params: ByMessage,
})

export const getMessageFiles = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/messages/:id/files',
  summary: 'The files of a message as one zip archive',
  tag,
  params: ByMessage,
})

export const getTicketFiles = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/files',
  summary: 'The files of all messages of a ticket that the reader may see, as one zip archive',
  tag,
  params: ByTicket,
})

export const retryMessage = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/messages/:id/attempts',
  summary: 'Send the e-mail of a message again that was not delivered, to those who do not have it',
  tag,
  params: ByMessage,
  response: Message,
  status: 201,
})

export const settleMessage = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/messages/:id/delivery-failure',
  summary: 'Say that somebody has seen that a message was not delivered',
  tag,
  params: ByMessage,
  response: Message,
})

export const getMessageOrigin = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/messages/:id/origin',
  summary: 'The header of a message’s e-mail, and the way it took',
  tag,
  params: ByMessage,
  response: MessageOrigin,
})

export const getMessagePicture = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/messages/:id/picture',
  summary: 'A picture from another server that the message names, fetched by the desk in the reader’s place',
  tag,
  params: ByMessage,
  query: Type.Object({ url: Type.String({ minLength: 8, maxLength: 4000 }) }),
})

export const getAttachedMail = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/messages/:id/attachments/:file/mail',
  summary: 'An attached e-mail, read',
  tag,
  params: ByAttachment,
  response: AttachedMail,
})

export const getAttachedMailPart = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/messages/:id/attachments/:file/mail/parts/:part',
  summary: 'The bytes of a file within an attached e-mail',
  tag,
  params: Type.Object({ ...ByAttachment.properties, part: Type.Integer({ minimum: 0, maximum: 10_000 }) }),
  query: Type.Object({ show: Type.Optional(Type.Boolean({ description: 'To look at, not to save' })) }),
})

export const listPictureSenders = endpoint({
  method: 'GET',
  path: '/api/v1/me/picture-senders',
  summary: 'Whose mails show me their pictures without asking',
  tag,
  response: Type.Object({ items: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
})

export const allowPictureSender = endpoint({
  method: 'PUT',
  path: '/api/v1/me/picture-senders/:id',
  summary: 'Show me the pictures of this person’s mails without asking',
  tag,
  params: ById,
})

export const forbidPictureSender = endpoint({
  method: 'DELETE',
  path: '/api/v1/me/picture-senders/:id',
  summary: 'Ask me again before showing pictures of this person’s mails',
  tag,
  params: ById,
})

const Signature = Type.Object({ text: Type.String({ maxLength: 2000 }) })

export const getSignature = endpoint({
  method: 'GET',
  path: '/api/v1/me/signature',
  summary: 'One’s own signature, which stands below one’s answers',
  tag,
  response: Signature,
})

export const keepSignatureEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/me/signature',
  summary: 'Set one’s own signature; empty: the one of the mailbox',
  tag,
  body: Signature,
  response: Signature,
})

export const getDraft = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/drafts',
  summary: 'One’s own drafts on a ticket',
  tag,
  params: ByTicket,
  response: Type.Object({ items: Type.Array(KeptDraft) }),
})

export const keepDraftEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/drafts/:kind',
  summary: 'Keep a draft',
  tag,
  params: ByDraft,
  body: Type.Omit(Draft, ['kind']),
  response: KeptDraft,
})

export const dropDraftEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/drafts/:kind',
  summary: 'Drop a draft',
  tag,
  params: ByDraft,
})

export const listCannedReplies = endpoint({
  method: 'GET',
  path: '/api/v1/canned-replies',
  summary: 'Canned replies for everyone and for one’s own teams',
  tag,
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })), ...PageQuery }),
  response: Page(CannedReply),
})

export const addCannedReplyEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/canned-replies',
  summary: 'Add a canned reply',
  tag,
  body: WriteCannedReply,
  response: CannedReply,
  status: 201,
  idempotent: true,
})

export const changeCannedReplyEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/canned-replies/:id',
  summary: 'Change a canned reply',
  tag,
  params: ById,
  body: WriteCannedReply,
  response: CannedReply,
})

export const removeCannedReplyEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/canned-replies/:id',
  summary: 'Remove a canned reply',
  tag,
  params: ById,
})

export const fillCannedReply = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/canned-replies/:id',
  summary: 'A canned reply filled in for a ticket',
  tag,
  params: ByMessage,
  response: Type.Object({ html: Type.String() }),
})
