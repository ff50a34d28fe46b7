import { type Static, Type } from 'typebox'
import { AbilitySchema } from '../../../platform/access/ability.ts'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { MatrixChange, PrioritySchema, Words } from '../../catalog/contract/http.ts'
import { Number_, statuses } from '../../ticket/contract/shapes.ts'

const ByNumber = Type.Object({ number: Number_ })
const tag = 'triage'

export const Override = Type.Object({
  priority: PrioritySchema,
  reason: Type.String(),
  by: Type.Object({ id: Nullable(Id), name: Type.String() }),
  at: Instant,
})

/**
 * Why a ticket has its priority. Without an override `priority` is `computed`, and the reason reads
 * "<computed>: <impactLabel> × <urgencyLabel>" in the viewer's language.
 */
export const Assessment = Type.Object({
  priority: PrioritySchema,
  computed: PrioritySchema,
  impact: Type.Integer(),
  urgency: Type.Integer(),
  impactLabel: Words,
  urgencyLabel: Words,
  assessedAt: Nullable(Instant),
  override: Nullable(Override),
  abilities: Type.Object({ override: AbilitySchema }),
})
export type Assessment = Static<typeof Assessment>

export const getPriority = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/priority',
  summary: 'The priority of a ticket and why it is so',
  tag,
  params: ByNumber,
  response: Assessment,
})
export const putPriority = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/priority',
  summary: 'Set a priority against the matrix, with a reason',
  tag,
  params: ByNumber,
  body: Type.Object(
    { priority: PrioritySchema, reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) },
    { additionalProperties: false },
  ),
  response: Assessment,
})
export const deletePriority = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/priority',
  summary: 'Take the override back: the matrix decides again',
  tag,
  params: ByNumber,
  response: Assessment,
})

export const SpamMark = Type.Object({
  spam: Type.Boolean(),
  by: Nullable(Type.Object({ id: Nullable(Id), name: Type.String() })),
  at: Nullable(Instant),
  abilities: Type.Object({ mark: AbilitySchema, unmark: AbilitySchema }),
})
export type SpamMark = Static<typeof SpamMark>

export const getSpam = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/spam',
  summary: 'Whether a ticket is spam',
  tag,
  params: ByNumber,
  response: SpamMark,
})
export const putSpam = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/spam',
  summary: 'Mark a ticket as spam: it is closed and nobody is mailed',
  tag,
  params: ByNumber,
  response: SpamMark,
})
export const deleteSpam = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/spam',
  summary: 'It is no spam after all: the ticket is as it was before',
  tag,
  params: ByNumber,
  response: SpamMark,
})

export const likenessCodes = ['words', 'same_requester', 'same_thing', 'same_service'] as const
export const SimilarTicket = Type.Object({
  number: Number_,
  subject: Type.String(),
  status: OneOf(statuses),
  priority: PrioritySchema,
  requester: Type.Object({ id: Id, name: Type.String() }),
  createdAt: Instant,
  updatedAt: Instant,
  likeness: Type.Number({ description: '0 to 1' }),
  reasons: Type.Array(
    Type.Object({
      code: OneOf(likenessCodes),
      words: Type.Optional(Type.Array(Type.String(), { description: 'What both say, the rarest first' })),
    }),
  ),
})
export type SimilarTicket = Static<typeof SimilarTicket>

export const listSimilar = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/similar',
  summary: 'Open and recently resolved tickets that may be about the same thing, the likest first',
  tag,
  params: ByNumber,
  query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 5 })) }),
  response: Type.Object({ items: Type.Array(SimilarTicket), nextCursor: Type.Null() }),
})

export const MatrixEffect = Type.Object({
  openTickets: Type.Integer({ description: 'Open tickets without an override, that you may see' }),
  changing: Type.Integer(),
  moves: Type.Array(Type.Object({ from: PrioritySchema, to: PrioritySchema, tickets: Type.Integer() })),
  examples: Type.Array(
    Type.Object({ number: Number_, subject: Type.String(), from: PrioritySchema, to: PrioritySchema }),
  ),
})
export type MatrixEffect = Static<typeof MatrixEffect>

export const previewMatrix = endpoint({
  method: 'POST',
  path: '/api/v1/priority-matrix/preview',
  summary: 'What a change of the matrix would do to open tickets, without doing it',
  tag,
  body: MatrixChange,
  response: MatrixEffect,
})

export const Usage = Type.Object({
  openTickets: Type.Integer(),
  tickets: Type.Integer({ description: 'At most 10,000 are counted' }),
  more: Type.Boolean({ description: 'There are more than were counted' }),
})
export type Usage = Static<typeof Usage>

const ById = Type.Object({ id: Id })
export const getServiceUsage = endpoint({
  method: 'GET',
  path: '/api/v1/services/:id/usage',
  summary: 'How many tickets that you may see are about a service',
  tag,
  params: ById,
  response: Usage,
})
export const getCategoryUsage = endpoint({
  method: 'GET',
  path: '/api/v1/categories/:id/usage',
  summary: 'How many tickets that you may see carry a category',
  tag,
  params: ById,
  response: Usage,
})
