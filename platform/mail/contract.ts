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
  senderId: Id,
  automatic: Type.Boolean(),
})
export type OutboxMail = Static<typeof OutboxMail>

const ById = Type.Object({ id: Id })

export const listOutbox = endpoint({
  method: 'GET',
  path: '/api/v1/outbox',
  summary: 'Mails that were sent or are to be sent, newest first',
  tag,
  query: Type.Object({
    ...PageQuery,
    state: Type.Optional(OneOf(states)),
    sender: Type.Optional(Id),
    q: Type.Optional(
      Type.String({ maxLength: 200, description: 'Part of an address or the subject, among the newest 20,000' }),
    ),
  }),
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

const Ids = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }) })
const Done = Type.Object({
  done: Type.Array(Id),
  skipped: Type.Array(Id, { description: 'Gone, or in another state by now' }),
})

export const retryMails = endpoint({
  method: 'POST',
  path: '/api/v1/outbox/attempts',
  summary: 'Send many mails that failed, are held or are uncertain, now',
  tag,
  body: Ids,
  response: Done,
  status: 201,
})

export const discardMails = endpoint({
  method: 'POST',
  path: '/api/v1/outbox/withdrawals',
  summary: 'Take many mails that were not sent out of the outbox',
  tag,
  body: Ids,
  response: Done,
  status: 201,
})

const Pause = Type.Object({ at: Instant, by: Type.String(), why: Nullable(Type.String()) })

export const OutboxOverview = Type.Object({
  canSend: Type.Boolean({ description: 'There is a server to hand mail to' }),
  paused: Nullable(Pause),
  counts: Type.Object({
    queued: Type.Integer(),
    held: Type.Integer(),
    sending: Type.Integer(),
    failed: Type.Integer(),
    uncertain: Type.Integer(),
  }),
  oldestQueuedAt: Nullable(Instant),
  nextAttemptAt: Nullable(Instant),
  lastSentAt: Nullable(Instant),
  senders: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String({ description: 'Empty for the way of the desk itself' }),
      server: Nullable(Type.String({ description: 'host:port; null: goes by the server of the desk' })),
      ratePerMinute: Nullable(Type.Integer()),
      paused: Nullable(Pause),
      trouble: Nullable(Type.Object({ since: Instant, error: Type.String(), nextAttemptAt: Instant })),
      waiting: Type.Integer(),
    }),
  ),
})
export type OutboxOverview = Static<typeof OutboxOverview>

export const getOutboxOverview = endpoint({
  method: 'GET',
  path: '/api/v1/outbox/overview',
  summary: 'What waits to be sent and since when, what is paused, which server is in trouble',
  tag,
  response: OutboxOverview,
})

const WhichSender = Type.Object({
  sender: Type.Optional(Type.Integer({ minimum: 1, description: 'Only this way; the whole desk when left out' })),
})

export const pauseOutbox = endpoint({
  method: 'PUT',
  path: '/api/v1/outbox/pause',
  summary: 'Stop sending; what is queued waits',
  tag,
  query: WhichSender,
  body: Type.Object({ why: Type.Optional(Nullable(Type.String({ maxLength: 500 }))) }),
  response: OutboxOverview,
})

export const resumeOutbox = endpoint({
  method: 'DELETE',
  path: '/api/v1/outbox/pause',
  summary: 'Send again what waited',
  tag,
  query: WhichSender,
  response: OutboxOverview,
})

const securityKinds = ['tls', 'starttls', 'opportunistic', 'none'] as const

const serverFields = {
  host: Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9._:-]+$' }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  security: OneOf(securityKinds, {
    description: 'tls: from the first byte (465); starttls: refuse without; opportunistic: if offered; none: never',
  }),
}

export const MailServerChange = Type.Object({
  ...serverFields,
  checkCertificate: Type.Optional(Type.Boolean()),
  username: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 320 }))),
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, description: 'Kept sealed; never given out' })),
})

export const MailSenderChange = Type.Object({
  server: Type.Optional(Nullable(MailServerChange)),
  ratePerMinute: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 100_000 }))),
})

export const MailSender = Type.Object({
  id: Id,
  name: Type.String(),
  server: Nullable(
    Type.Object({
      ...serverFields,
      checkCertificate: Type.Boolean(),
      username: Nullable(Type.String()),
      hasPassword: Type.Boolean(),
    }),
  ),
  fallback: Nullable(Type.String({ description: 'The server of SMTP_OUT_URL, which is used without an own one' })),
  ratePerMinute: Nullable(Type.Integer()),
  version: Type.Integer(),
})
export type MailSender = Static<typeof MailSender>

export const getMailSender = endpoint({
  method: 'GET',
  path: '/api/v1/mail-senders/:id',
  summary: 'A way that mail goes out: its server and how fast; 1 is that of the desk',
  tag,
  params: ById,
  response: MailSender,
})

export const changeMailSender = endpoint({
  method: 'PATCH',
  path: '/api/v1/mail-senders/:id',
  summary: 'Change the server of a way, or how fast it sends',
  tag,
  params: ById,
  body: MailSenderChange,
  response: MailSender,
})

export const tryMailSender = endpoint({
  method: 'POST',
  path: '/api/v1/mail-senders/:id/trials',
  summary: 'Try whether the server of a way answers and accepts the login; sends nothing',
  tag,
  params: ById,
  response: Type.Object({
    ok: Type.Boolean(),
    server: Nullable(Type.String()),
    error: Nullable(Type.String({ description: 'What the server said; null when none is set' })),
  }),
  status: 201,
})
