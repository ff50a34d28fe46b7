import { type Static, Type } from 'typebox'
import { AbilitySchema } from '../../../platform/access/ability.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { ListFilter, MergeWish, NamedRef, Number_, sorts } from '../../ticket/contract/http.ts'

/** What a list of tickets is narrowed to, as `GET /api/v1/tickets` takes it. */
export const Filter = Type.Object(ListFilter, { additionalProperties: false })

export const sharings = ['private', 'teams', 'everyone'] as const

export const Sort = Type.String({ pattern: `^-?(${sorts.join('|')})$` })

const ViewFields = {
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  icon: Type.String({ pattern: '^[a-z-]{1,40}$', description: 'The name of an icon' }),
  filter: Filter,
  sort: Sort,
  columns: Type.Array(Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), {
    maxItems: 30,
    uniqueItems: true,
    description: 'Which columns the list shows, in order; none: the usual ones',
  }),
  position: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Where it stands among the views' }),
  sharing: OneOf(sharings, { description: 'Sharing needs the permission desk.shareViews' }),
}

const { name, ...optional } = ViewFields
const teams = Type.Array(Id, { maxItems: 100, uniqueItems: true, description: 'With whom; goes with sharing: teams' })

export const NewView = Type.Object(
  { name, ...Type.Partial(Type.Object({ ...optional, teams })).properties },
  { additionalProperties: false },
)
export type NewView = Static<typeof NewView>
export const ViewChange = Type.Partial(Type.Object({ ...ViewFields, teams }), { additionalProperties: false })
export type ViewChange = Static<typeof ViewChange>

export const View = Type.Object({
  id: Id,
  ...ViewFields,
  teams: Type.Array(NamedRef),
  owner: Nullable(NamedRef),
  createdAt: Instant,
  updatedAt: Instant,
  version: Type.Integer(),
  abilities: Type.Object({ change: AbilitySchema, share: AbilitySchema }),
})
export type View = Static<typeof View>

export const Count = Type.Object({
  count: Nullable(Type.Integer({ description: 'Null when counting would take too long' })),
  more: Type.Boolean({ description: 'There are more than so many' }),
})
export type Count = Static<typeof Count>

/** What a change of many tickets does to each. */
export const TicketChange = Type.Object(
  {
    status: Type.Optional(Type.String({ description: 'As PUT …/status takes it' })),
    until: Type.Optional(Instant),
    team: Type.Optional(Nullable(Type.Union([Id, Type.String({ minLength: 1, maxLength: 200 })]))),
    assignee: Type.Optional(Nullable(Id)),
    addTags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50 })),
    removeTags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50 })),
    spam: Type.Optional(Type.Boolean({ description: 'True closes them as spam, false takes that back' })),
    merge: Type.Optional(Nullable(MergeWish)),
    priority: Type.Optional(
      Type.Object({ priority: Type.String(), reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) }),
    ),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type TicketChange = Static<typeof TicketChange>

export const BulkFailure = Type.Object({ number: Number_, code: Type.String(), detail: Type.String() })
export type BulkFailure = Static<typeof BulkFailure>

export const bulkStates = ['waiting', 'running', 'done', 'cancelled'] as const
export const BulkChange = Type.Object({
  id: Nullable(Id),
  state: OneOf(bulkStates),
  total: Type.Integer(),
  done: Type.Integer({ description: 'How many have been tried' }),
  changed: Type.Integer(),
  failed: Type.Integer(),
  failures: Type.Array(BulkFailure, { description: 'The first few hundred' }),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
})
export type BulkChange = Static<typeof BulkChange>
