import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page } from '../../../platform/http/schemas.ts'
import { NamedRef, Number_, PersonRef, priorities, statuses } from '../../ticket/contract/http.ts'
import { listKeys } from './lists.ts'
import { longestQuery } from './query.ts'
import { BulkChange, Count, Filter, NewView, TicketChange, View, ViewChange } from './shapes.ts'

export * from './lists.ts'
export * from './query.ts'
export * from './shapes.ts'

const tag = 'desk'
const ById = Type.Object({ id: Id })

export const WorkLists = Type.Object({
  lists: Type.Array(Type.Object({ key: OneOf(listKeys), filter: Filter, ...Count.properties })),
  teams: Type.Array(Type.Object({ team: NamedRef, mine: Type.Boolean(), filter: Filter, ...Count.properties })),
  views: Type.Array(Type.Object({ view: View, ...Count.properties })),
})
export type WorkLists = Static<typeof WorkLists>

export const getWorkLists = endpoint({
  method: 'GET',
  path: '/api/v1/work-lists',
  summary: 'The built-in work lists, the queues of teams and the saved views, each with its count',
  tag,
  response: WorkLists,
})

export const listViews = endpoint({
  method: 'GET',
  path: '/api/v1/views',
  summary: 'Your saved views and those shared with you',
  tag,
  response: Page(View),
})
export const createView = endpoint({
  method: 'POST',
  path: '/api/v1/views',
  summary: 'Save a view',
  tag,
  body: NewView,
  response: View,
  status: 201,
  idempotent: true,
})
export const getView = endpoint({
  method: 'GET',
  path: '/api/v1/views/:id',
  summary: 'One saved view',
  tag,
  params: ById,
  response: View,
})
export const changeViewEndpoint = endpoint({
  method: 'PATCH',
  path: '/api/v1/views/:id',
  summary: 'Change a saved view',
  tag,
  params: ById,
  body: ViewChange,
  response: View,
})
export const deleteViewEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/views/:id',
  summary: 'Delete a saved view',
  tag,
  params: ById,
})

export const putViewOrder = endpoint({
  method: 'PUT',
  path: '/api/v1/views/order',
  summary: 'In which order you want the views at your side; those left out follow after',
  tag,
  body: Type.Object({ ids: Type.Array(Id, { maxItems: 500, uniqueItems: true }) }, { additionalProperties: false }),
})

export const BulkBody = Type.Object(
  {
    numbers: Type.Optional(Type.Array(Number_, { minItems: 1, maxItems: 10_000, uniqueItems: true })),
    filter: Type.Optional(Filter),
    change: TicketChange,
  },
  { additionalProperties: false },
)
export type BulkBody = Static<typeof BulkBody>

export const createBulkChange = endpoint({
  method: 'POST',
  path: '/api/v1/bulk-changes',
  summary: 'Change many tickets: up to 200 at once, more as a job that can be followed and cancelled',
  tag,
  body: BulkBody,
  response: BulkChange,
  status: 201,
  idempotent: true,
})
export const listBulkChanges = endpoint({
  method: 'GET',
  path: '/api/v1/bulk-changes',
  summary: 'Your latest large changes, newest first',
  tag,
  response: Page(BulkChange),
})
export const getBulkChange = endpoint({
  method: 'GET',
  path: '/api/v1/bulk-changes/:id',
  summary: 'How far a large change is',
  tag,
  params: ById,
  response: BulkChange,
})
export const cancelBulkChange = endpoint({
  method: 'DELETE',
  path: '/api/v1/bulk-changes/:id',
  summary: 'Stop a large change; what is changed stays changed',
  tag,
  params: ById,
  response: BulkChange,
})

/** Text cut where matches begin and end, so that nothing has to be trusted as HTML. */
export const Segments = Type.Array(Type.Object({ text: Type.String(), match: Type.Boolean() }))
export type Segments = Static<typeof Segments>

export const TicketHit = Type.Object({
  type: Type.Literal('ticket'),
  number: Number_,
  subject: Type.String(),
  subjectSegments: Segments,
  status: OneOf(statuses),
  priority: OneOf(priorities),
  requester: PersonRef,
  team: Nullable(NamedRef),
  assignee: Nullable(PersonRef),
  createdAt: Instant,
  updatedAt: Instant,
  mergedInto: Nullable(Type.Integer({ minimum: 1, description: 'The ticket that carries it on' })),
  snippet: Nullable(
    Type.Object({
      kind: OneOf(['reply', 'note']),
      author: Type.String(),
      sentAt: Instant,
      segments: Segments,
    }),
  ),
})
export type TicketHit = Static<typeof TicketHit>

export const searchProblems = [
  'desk.search_one_of',
  'desk.search_day',
  'desk.search_period',
  'desk.search_number',
  'desk.search_value',
  'desk.search_no_value',
] as const

export const SearchProblem = Type.Object({
  term: Type.String(),
  code: OneOf(searchProblems),
  params: Type.Record(Type.String(), Type.String(), { description: 'What the words for the code name: field, values' }),
  detail: Type.String(),
})
export type SearchProblem = Static<typeof SearchProblem>

export const SearchAnswer = Type.Object({
  items: Type.Array(TicketHit),
  persons: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      email: Nullable(Type.String()),
      vip: Type.Boolean(),
      organisation: Nullable(NamedRef),
    }),
  ),
  nextCursor: Nullable(Type.String()),
  corrected: Nullable(Type.String({ description: 'Nothing was found for q; these are the results for this instead' })),
  problems: Type.Array(SearchProblem, {
    description: 'Parts of q that were left out because they cannot be understood',
  }),
})
export type SearchAnswer = Static<typeof SearchAnswer>

export const searchEndpoint = endpoint({
  method: 'GET',
  path: '/api/v1/search',
  summary: 'Search tickets and people: words, "phrases", -exclusions, field:value',
  tag,
  query: Type.Object({
    q: Type.String({ minLength: 1, maxLength: longestQuery }),
    order: Type.Optional(OneOf(['best', 'newest'])),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
    cursor: Type.Optional(Type.String({ maxLength: 1000 })),
  }),
  response: SearchAnswer,
})
