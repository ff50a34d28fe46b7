import { type Static, Type } from 'typebox'
import { endpoint } from '../http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from '../http/schemas.ts'

const tag = 'outbox'
const states = ['queued', 'held', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn'] as const

const Address = Type.Object({ email: Type.String(), name: Type.Optional(Type.String()) })

export const OutboxMail = Type.Object({
  id: Id,
  state: OneOf(states),
  subject: Type.String(),
  from: Nullable(Type.String()),
  to: Type.Array(Address),
  cc: Type.Array(Address),
  bcc: Type.Array(Address),
  about: Nullable(Type.String()),
  attempts: Type.Integer(),
  queuedAt: Instant,
  stateAt: Instant,
  nextAttemptAt: Nullable(Instant),
  error: Nullable(Type.String()),
  smtpCode: Nullable(Type.Integer()),
})
export type OutboxMail = Static<typeof OutboxMail>

const ById = Type.Object({ id: Id })

export const listOutbox = endpoint({
  method: 'GET',
  path: '/api/v1/outbox',
  summary: 'Mails that were sent or are to be sent, newest first',
  tag,
  query: Type.Object({ ...PageQuery, state: Type.Optional(OneOf(states)) }),
  response: Page(OutboxMail),
})

export const retryMail = endpoint({
  method: 'POST',
  path: '/api/v1/outbox/:id/attempts',
  summary: 'Send a mail that failed, is held or is uncertain, now',
  tag,
  params: ById,
  response: OutboxMail,
  status: 201,
})

export const discardMail = endpoint({
  method: 'DELETE',
  path: '/api/v1/outbox/:id',
  summary: 'Take a mail that was not sent out of the outbox',
  tag,
  params: ById,
})
