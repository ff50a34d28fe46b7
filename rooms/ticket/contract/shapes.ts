import { Type } from 'typebox'
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

export const relations = ['relates_to', 'duplicates', 'caused_by', 'blocks', 'follows_up'] as const
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
  version: Type.Integer(),
})

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
})

export const LinkedTicket = Type.Object({
  id: Id,
  relation: OneOf(relations),
  direction: OneOf(['to', 'from'], { description: 'to: this ticket <relation> the other; from: the other way round' }),
  number: Number_,
  subject: Type.String(),
  status: OneOf(statuses),
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
  nextStatuses: Type.Array(OneOf(statuses), { description: 'What PUT …/status takes now' }),
  abilities: Abilities,
})
