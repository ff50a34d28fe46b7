import { type Static, Type } from 'typebox'
import { AbilitySchema } from '../../../platform/access/ability.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'

export const kinds = ['incident', 'request', 'question', 'problem', 'change'] as const
export type Kind = (typeof kinds)[number]

export const statuses = [
  'new',
  'open',
  'in_progress',
  'waiting_requester',
  'waiting_vendor',
  'waiting_until',
  'resolved',
  'closed',
] as const
export type Status = (typeof statuses)[number]

export const priorities = ['critical', 'high', 'moderate', 'low'] as const
export type Priority = (typeof priorities)[number]

export const channels = ['email', 'portal', 'agent', 'api', 'phone', 'walk_in', 'chat', 'alert'] as const
export type Channel = (typeof channels)[number]

export const relations = ['relates_to', 'duplicates', 'caused_by', 'blocks', 'follows_up', 'split_from'] as const
export type Relation = (typeof relations)[number]

export const Number_ = Type.Integer({ minimum: 1, description: 'The ticket number, as people say it' })

export const PersonRef = Type.Object({
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  vip: Type.Boolean(),
})

/** Somebody on a ticket whom mail does not reach, and why. */
export const Undeliverable = Type.Object({ id: Id, name: Type.String(), email: Type.String(), reason: Type.String() })

export const NamedRef = Type.Object({ id: Id, name: Type.String() })

export const CustomFields = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Answers to the form of the service, by field key',
})

/** What a list shows of a ticket. */
export const TicketRow = Type.Object({
  number: Number_,
  kind: OneOf(kinds),
  status: OneOf(statuses),
  statusSince: Instant,
  waitingUntil: Nullable(Instant),
  priority: OneOf(priorities),
  impact: Type.Integer(),
  urgency: Type.Integer(),
  subject: Type.String(),
  channel: OneOf(channels),
  requester: PersonRef,
  organisation: Nullable(NamedRef),
  team: Nullable(NamedRef),
  assignee: Nullable(PersonRef),
  service: Nullable(NamedRef),
  category: Nullable(NamedRef),
  tags: Type.Array(Type.String()),
  estimatedAt: Nullable(Instant),
  createdAt: Instant,
  updatedAt: Instant,
  mergedInto: Nullable(
    Type.Integer({ minimum: 1, description: 'The ticket that carries it on, when it was merged into another' }),
  ),
  version: Type.Integer(),
})

/** By when something of a ticket is due, as the room that keeps the clocks says it; for those who work on it. */
export const Due = Type.Object({
  target: Type.String({ description: 'What is due: first_response, next_update, resolution, or team (an OLA)' }),
  dueAt: Nullable({ ...Instant, description: 'null while it waits for somebody' }),
  breachedAt: Nullable(Instant),
  pausedFor: Nullable(OneOf(statuses)),
  told: Type.Integer({
    description: 'The highest fraction of the time, in percent, that was warned of; 100 when breached',
  }),
})
export type Due = Static<typeof Due>

/** A ticket in a list. */
export const ListedTicket = Type.Object({ ...TicketRow.properties, due: Nullable(Due) })

/** How lists can be narrowed by what is due; hours are those that are left, of what is not overdue. */
export const dueFilters = ['overdue', '1h', '4h', '24h', '72h', 'paused', 'none'] as const
export type DueFilter = (typeof dueFilters)[number]

export const Abilities = Type.Object({
  update: AbilitySchema,
  assign: AbilitySchema,
  changeStatus: AbilitySchema,
  prioritise: AbilitySchema,
  watch: AbilitySchema,
  link: AbilitySchema,
  reply: AbilitySchema,
  note: AbilitySchema,
  resolve: AbilitySchema,
  reopen: AbilitySchema,
  confirm: AbilitySchema,
  merge: AbilitySchema,
  unmerge: AbilitySchema,
})

export const LinkedTicket = Type.Object({
  id: Id,
  relation: OneOf(relations),
  direction: OneOf(['to', 'from'], { description: 'to: this ticket <relation> the other; from: the other way round' }),
  number: Number_,
  subject: Type.String(),
  status: OneOf(statuses),
})

const Who = Type.Object({ id: Nullable(Id), name: Type.String() })

/** How a ticket was merged into another. */
export const Merge = Type.Object({
  number: Type.Integer({ minimum: 1, description: 'The ticket that carries it on: the last of a chain' }),
  directly: Type.Integer({ minimum: 1, description: 'The ticket it was merged into itself' }),
  subject: Nullable(
    Type.String({ description: 'Of the one that carries it on; null where the viewer may not see it' }),
  ),
  at: Instant,
  by: Who,
  reason: Nullable(Type.String()),
})

/** A ticket that this one carries on. */
export const MergedTicket = Type.Object({
  number: Number_,
  directly: Type.Integer({
    minimum: 1,
    description: 'The ticket it was merged into itself: this one, or one merged into this',
  }),
  subject: Type.String(),
  requester: Type.Object({ id: Id, name: Type.String() }),
  createdAt: Instant,
  at: Instant,
  by: Who,
  reason: Nullable(Type.String()),
})

export const Ticket = Type.Object({
  ...TicketRow.properties,
  reporter: PersonRef,
  watchers: Type.Array(PersonRef),
  undeliverable: Type.Array(Undeliverable, {
    description: 'Of the requester and the watchers those whom mail does not reach; empty for requesters',
  }),
  affectedPersons: Type.Array(PersonRef),
  affectedThing: Nullable(Type.String()),
  location: Nullable(Type.String()),
  errorMessage: Nullable(Type.String()),
  customFields: CustomFields,
  links: Type.Array(LinkedTicket),
  merge: Nullable(Merge),
  merged: Type.Array(MergedTicket, {
    description: 'What was merged into it, at once or through others, and may be seen',
  }),
  nextStatuses: Type.Array(OneOf(statuses), { description: 'What PUT …/status takes now' }),
  abilities: Abilities,
})
