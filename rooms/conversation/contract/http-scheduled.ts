import { type Static, Type } from 'typebox'
import { FileCard } from '../../../platform/files/contract.ts'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Number_ } from '../../ticket/contract/http.ts'
import { Address, Draft, Message } from './shapes.ts'

const tag = 'messages'
const path = '/api/v1/tickets/:number/scheduled-replies'
const ByTicket = Type.Object({ number: Number_ })
const ById = Type.Object({ number: Number_, id: Id })
const Copies = Type.Array(Address, { maxItems: 50 })

export const ScheduledReply = Type.Object({
  id: Id,
  ticketNumber: Type.Integer(),
  author: Type.Object({ id: Id, name: Type.String() }),
  html: Type.String(),
  cc: Copies,
  bcc: Copies,
  files: Type.Array(FileCard),
  sendAt: Instant,
  holdIfAnswered: Type.Boolean(),
  state: OneOf(['waiting', 'held', 'refused'], {
    description: 'held: the requester wrote first; refused: it could not be sent, see reason',
  }),
  reason: Nullable(Type.String()),
  answeredSince: Type.Boolean({ description: 'The requester has written since it was planned' }),
  mine: Type.Boolean(),
  version: Type.Integer(),
})
export type ScheduledReply = Static<typeof ScheduledReply>

export const listScheduledReplies = endpoint({
  method: 'GET',
  path,
  summary: 'Replies on a ticket that go out later',
  tag,
  params: ByTicket,
  response: Type.Object({ items: Type.Array(ScheduledReply), nextCursor: Nullable(Type.String()) }),
})

export const scheduleReply = endpoint({
  method: 'POST',
  path,
  summary: 'Write a reply that goes out at a time; whether one may is asked again then',
  tag,
  params: ByTicket,
  body: Type.Object({
    html: Type.String({ maxLength: 2_000_000 }),
    cc: Type.Optional(Copies),
    bcc: Type.Optional(Copies),
    attachments: Type.Optional(Type.Array(Id, { maxItems: 50 })),
    sendAt: Instant,
    holdIfAnswered: Type.Optional(Type.Boolean({ default: true })),
  }),
  response: ScheduledReply,
  status: 201,
  idempotent: true,
})

export const changeScheduledReply = endpoint({
  method: 'PATCH',
  path: `${path}/:id`,
  summary: 'Change the words or the time of one’s reply that goes out later',
  tag,
  params: ById,
  body: Type.Object({
    html: Type.Optional(Type.String({ maxLength: 2_000_000 })),
    sendAt: Type.Optional(Instant),
    holdIfAnswered: Type.Optional(Type.Boolean()),
  }),
  response: ScheduledReply,
})

export const sendScheduledReply = endpoint({
  method: 'POST',
  path: `${path}/:id/message`,
  summary: 'Send a reply now that was to go out later',
  tag,
  params: ById,
  response: Message,
  status: 201,
  idempotent: true,
})

export const cancelScheduledReply = endpoint({
  method: 'DELETE',
  path: `${path}/:id`,
  summary: 'Take back a reply that was to go out later; its words are the answer',
  tag,
  params: ById,
  response: Draft,
  status: 200,
})
