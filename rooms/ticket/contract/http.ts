import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from '../../../platform/http/schemas.ts'
import {
  CustomFields,
  channels,
  dueFilters,
  kinds,
  ListedTicket,
  Number_,
  priorities,
  relations,
  statuses,
  Ticket,
} from './shapes.ts'

export * from './merge.ts'
export * from './shapes.ts'

const tag = 'tickets'
const ByNumber = Type.Object({ number: Number_ })
const level = Type.Integer({ minimum: 1, maximum: 5 })
const Tag = Type.String({ minLength: 1, maxLength: 60, pattern: '^[^,\\s][^,]*$' })
const Text = (maxLength: number) => Type.String({ maxLength })
const Ref = Type.Union([Id, Type.String({ minLength: 1, maxLength: 200 })], {
  description: 'An id or, exactly as it is written, a name',
})
const Assignee = Type.Union([Id, Type.String({ minLength: 3, maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' })], {
  description: 'The id or the e-mail address of somebody of the desk',
})
const PersonRefIn = Type.Union([
  Id,
  Type.Object({
    email: Type.String({ format: 'email', maxLength: 254 }),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  }),
])

const Plain = {
  kind: Type.Optional(OneOf(kinds)),
  subject: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  impact: Type.Optional(level),
  urgency: Type.Optional(level),
  service: Type.Optional(Nullable(Ref)),
  category: Type.Optional(Nullable(Ref)),
  affectedThing: Type.Optional(Nullable(Text(300))),
  affectedPersons: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  location: Type.Optional(Nullable(Text(300))),
  errorMessage: Type.Optional(Nullable(Text(5000))),
  customFields: Type.Optional(CustomFields),
  tags: Type.Optional(Type.Array(Tag, { maxItems: 50 })),
  estimatedAt: Type.Optional(Nullable(Instant)),
}

export const OpenTicket = Type.Object({
  ...Plain,
  description: Type.Optional(Text(200_000)),
  descriptionHtml: Type.Optional(Text(1_000_000)),
  attachments: Type.Optional(Type.Array(Id, { maxItems: 50, description: 'Ids of uploaded files' })),
  requester: Type.Optional(PersonRefIn),
  team: Type.Optional(Nullable(Ref)),
  assignee: Type.Optional(Nullable(Assignee)),
  watchers: Type.Optional(Type.Array(PersonRefIn, { maxItems: 50 })),
  channel: Type.Optional(OneOf(channels)),
})
export type OpenTicketBody = Static<typeof OpenTicket>

export const openTicketEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets',
  summary: 'Open a ticket',
  tag,
  body: OpenTicket,
  response: Ticket,
  status: 201,
  idempotent: true,
})

export const getTicket = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number',
  summary: 'One ticket; with `at`, as it was at that moment',
  tag,
  params: ByNumber,
  query: Type.Object({ at: Type.Optional(Instant) }),
  response: Ticket,
})

/** Strict, so that nobody takes a status or an assignee, which are changed elsewhere, for changed. */
export const ChangeTicket = Type.Object(
  { ...Plain, subject: Type.Optional(Plain.subject) },
  { additionalProperties: false },
)
export type ChangeTicketBody = Static<typeof ChangeTicket>

export const changeTicketEndpoint = endpoint({
  method: 'PATCH',
  path: '/api/v1/tickets/:number',
  summary: 'Change plain fields of a ticket',
  tag,
  params: ByNumber,
  body: ChangeTicket,
  response: Ticket,
})

export const assignTicketEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/assignment',
  summary: 'Give a ticket to a team, a person, or nobody (null)',
  tag,
  params: ByNumber,
  body: Type.Object({ team: Type.Optional(Nullable(Ref)), assignee: Type.Optional(Nullable(Assignee)) }),
  response: Ticket,
})

export const changeStatusEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/status',
  summary: 'Change the status; `until` goes with waiting_until',
  tag,
  params: ByNumber,
  body: Type.Object({ status: OneOf(statuses), until: Type.Optional(Instant) }),
  response: Ticket,
})

export const addWatcherEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/watchers',
  summary: 'Let a person follow a ticket',
  tag,
  params: ByNumber,
  body: Type.Object({ person: PersonRefIn }),
  response: Ticket,
  status: 201,
  idempotent: true,
})

export const removeWatcherEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/watchers/:person',
  summary: 'Stop following',
  tag,
  params: Type.Object({ number: Number_, person: Id }),
  response: Ticket,
})

export const addLinkEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/links',
  summary: 'Link a ticket to another',
  tag,
  params: ByNumber,
  body: Type.Object({ relation: OneOf(relations), to: Number_ }),
  response: Ticket,
  status: 201,
  idempotent: true,
})

export const removeLinkEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/links/:link',
  summary: 'Remove a link',
  tag,
  params: Type.Object({ number: Number_, link: Id }),
  response: Ticket,
})

export const TimelineEntry = Type.Object({
  id: Id,
  fact: Type.String(),
  at: Instant,
  actor: Type.Object({ kind: Type.String(), id: Nullable(Id), name: Type.String() }),
  data: Type.Record(Type.String(), Type.Unknown()),
})

export const getTimeline = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/timeline',
  summary: 'What happened to a ticket, in order',
  tag,
  params: ByNumber,
  query: Type.Object(PageQuery),
  response: Page(TimelineEntry),
})

export const sorts = ['updatedAt', 'createdAt', 'priority', 'number', 'estimatedAt', 'dueAt'] as const

/** Lists of values are separated by commas. `none` stands for "not set", `me` for the viewer. */
export const ListFilter = {
  status: Type.Optional(Type.String({ description: 'Statuses, or `active` for all but resolved and closed' })),
  kind: Type.Optional(Type.String()),
  priority: Type.Optional(Type.String({ description: priorities.join(', ') })),
  team: Type.Optional(Type.String({ description: 'Team ids or names, `none`, or `mine` for the teams of the viewer' })),
  assignee: Type.Optional(Type.String({ description: 'Person ids, e-mail addresses, `me` or `none`' })),
  requester: Type.Optional(Type.String({ description: 'Person ids, e-mail addresses or `me`' })),
  organisation: Type.Optional(Type.String({ description: 'Ids' })),
  service: Type.Optional(Type.String({ description: 'Ids or `none`' })),
  category: Type.Optional(Type.String({ description: 'Ids or `none`' })),
  channel: Type.Optional(Type.String()),
  tag: Type.Optional(Type.String({ description: 'Tickets that carry all of these' })),
  flag: Type.Optional(
    Type.String({
      description:
        'What somebody should look at: `mail_failed`, a mail was not delivered; `reply_held`, a planned reply was held back; `escalated`, handed up and not accepted yet',
    }),
  ),
  due: Type.Optional(
    OneOf(dueFilters, { description: 'Overdue, due within these hours, waiting for somebody, or with nothing due' }),
  ),
  createdAfter: Type.Optional(Instant),
  createdBefore: Type.Optional(Instant),
  updatedAfter: Type.Optional(Instant),
  updatedBefore: Type.Optional(Instant),
}
const Filter = Type.Object(ListFilter)
export type TicketFilter = Static<typeof Filter>

export const listTicketsEndpoint = endpoint({
  method: 'GET',
  path: '/api/v1/tickets',
  summary: 'Tickets the viewer may see',
  tag,
  query: Type.Object({
    ...ListFilter,
    sort: Type.Optional(
      OneOf([...sorts, ...sorts.map((field) => `-${field}`)], { description: 'A minus in front turns it round' }),
    ),
    ...PageQuery,
  }),
  response: Page(ListedTicket),
})
