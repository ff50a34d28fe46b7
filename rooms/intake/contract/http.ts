import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from '../../../platform/http/schemas.ts'
import { MailAuthentication } from './authentication.ts'

const tag = 'e-mail'

export const itemStates = ['received', 'filed', 'duplicate', 'ignored', 'failed', 'held', 'discarded'] as const

export const InboundMail = Type.Object({
  id: Id,
  state: OneOf(itemStates),
  reason: Nullable(Type.String()),
  ticket: Nullable(Id),
  message: Nullable(Id),
  from: Nullable(Type.String()),
  subject: Nullable(Type.String()),
  receivedAt: Instant,
  attempts: Type.Integer(),
  size: Type.Integer(),
  problems: Type.Array(Type.String()),
  storm: Nullable(Id),
  authentication: Nullable(MailAuthentication),
})
export type InboundMail = Static<typeof InboundMail>

const ById = Type.Object({ id: Id })

export const listInboundMail = endpoint({
  method: 'GET',
  path: '/api/v1/inbound-mail',
  summary: 'Messages that came in, newest first',
  tag,
  query: Type.Object({
    ...PageQuery,
    state: Type.Optional(OneOf(itemStates)),
    q: Type.Optional(Type.String({ maxLength: 200, description: 'In sender or subject' })),
    storm: Type.Optional(Id),
  }),
  response: Page(InboundMail),
})

/** States out of which a message can still be filed or set aside. */
export const unsettledStates = ['failed', 'held', 'ignored', 'duplicate'] as const

const InboundCounts = Type.Object({
  received: Type.Integer(),
  failed: Type.Integer(),
  held: Type.Integer(),
  ignored: Type.Integer(),
  duplicate: Type.Integer(),
  discarded: Type.Integer(),
})
export type InboundCounts = Static<typeof InboundCounts>

export const countInboundMail = endpoint({
  method: 'GET',
  path: '/api/v1/inbound-mail/counts',
  summary: 'How many messages wait for somebody, by state; counted no further than 1000',
  tag,
  response: InboundCounts,
})

const Selection = Type.Object({
  ids: Type.Optional(Type.Array(Id, { maxItems: 1000 })),
  matching: Type.Optional(
    Type.Object({
      state: OneOf(unsettledStates),
      q: Type.Optional(Type.String({ maxLength: 200 })),
      storm: Type.Optional(Id),
    }),
  ),
})
export type Selection = Static<typeof Selection>

const Changed = Type.Object({
  changed: Type.Integer(),
  more: Type.Boolean({ description: 'There are more that match: ask again' }),
})

export const retryInboundMails = endpoint({
  method: 'POST',
  path: '/api/v1/inbound-mail/attempts',
  summary: 'File several messages that failed, were held, ignored or taken for duplicates: by id, or all that match',
  tag,
  body: Selection,
  response: Changed,
  status: 201,
})

export const discardInboundMails = endpoint({
  method: 'POST',
  path: '/api/v1/inbound-mail/discards',
  summary: 'Set several messages aside for good: by id, or all that match; their sources stay',
  tag,
  body: Selection,
  response: Changed,
  status: 201,
})

export const deliverMail = endpoint({
  method: 'POST',
  path: '/api/v1/inbound-mail',
  summary: 'Hand over a raw message (message/rfc822); it is stored before the answer and filed right after',
  tag,
  upload: 'message/rfc822',
  response: Type.Object({ id: Id }),
  status: 202,
  idempotent: true,
})

export const getInboundMail = endpoint({
  method: 'GET',
  path: '/api/v1/inbound-mail/:id',
  summary: 'What became of a message that came in',
  tag,
  params: ById,
  response: InboundMail,
})

export const getMailSource = endpoint({
  method: 'GET',
  path: '/api/v1/inbound-mail/:id/source',
  summary: 'The message exactly as it came',
  tag,
  params: ById,
})

export const retryInboundMail = endpoint({
  method: 'POST',
  path: '/api/v1/inbound-mail/:id/attempts',
  summary: 'File a message that failed, was held, ignored or taken for a duplicate',
  tag,
  params: ById,
  response: InboundMail,
  status: 201,
})

export const discardInboundMail = endpoint({
  method: 'DELETE',
  path: '/api/v1/inbound-mail/:id',
  summary: 'Set a message aside for good; its source stays',
  tag,
  params: ById,
})

export const replyTags = ['auto', 'on', 'off'] as const

const Language = Type.String({ pattern: '^[a-z]{2}$' })
const fields = {
  address: Type.String({ format: 'email', maxLength: 254 }),
  name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  team: Type.Optional(Nullable(Id)),
  service: Type.Optional(Nullable(Id)),
  signature: Type.Optional(Type.String({ maxLength: 10_000 })),
  language: Type.Optional(Nullable(Language)),
  active: Type.Optional(Type.Boolean()),
  replyTags: Type.Optional(
    OneOf(replyTags, {
      description:
        'Whether answers are asked to name+t1042.signature@domain; auto: once mail to such an address came in',
    }),
  ),
}

export const WriteMailbox = Type.Object(fields)
export type WriteMailbox = Static<typeof WriteMailbox>
export const ChangeMailbox = Type.Partial(Type.Object(fields))
export type ChangeMailbox = Static<typeof ChangeMailbox>

export const Mailbox = Type.Object({
  id: Id,
  address: Type.String(),
  name: Type.String(),
  team: Nullable(Id),
  service: Nullable(Id),
  signature: Type.String(),
  language: Nullable(Type.String()),
  active: Type.Boolean(),
  replyTags: OneOf(replyTags),
  tagsProved: Type.Boolean({ description: 'Mail to an address with a +tag has come in' }),
  version: Type.Integer(),
})
export type Mailbox = Static<typeof Mailbox>

export const listMailboxes = endpoint({
  method: 'GET',
  path: '/api/v1/mailboxes',
  summary: 'The addresses of the desk',
  tag,
  response: Type.Object({ items: Type.Array(Mailbox), nextCursor: Nullable(Type.String()) }),
})

export const addMailbox = endpoint({
  method: 'POST',
  path: '/api/v1/mailboxes',
  summary: 'Add an address',
  tag,
  body: WriteMailbox,
  response: Mailbox,
  status: 201,
  idempotent: true,
})

export const changeMailbox = endpoint({
  method: 'PATCH',
  path: '/api/v1/mailboxes/:id',
  summary: 'Change an address',
  tag,
  params: ById,
  body: ChangeMailbox,
  response: Mailbox,
})

export const removeMailbox = endpoint({
  method: 'DELETE',
  path: '/api/v1/mailboxes/:id',
  summary: 'Remove an address; its tickets stay',
  tag,
  params: ById,
})
