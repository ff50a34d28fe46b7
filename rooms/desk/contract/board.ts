import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { NamedRef, Number_, priorities, statuses } from '../../ticket/contract/shapes.ts'

export const BoardTicket = Type.Object({
  number: Number_,
  subject: Type.String(),
  status: OneOf(statuses),
  priority: OneOf(priorities),
  requester: Type.String(),
  assigneeId: Nullable(Id),
  dueAt: Nullable(Instant),
  breached: Type.Boolean({ description: 'That time is over' }),
  createdAt: Instant,
  version: Type.Integer(),
})
export type BoardTicket = Static<typeof BoardTicket>

export const BoardPerson = Type.Object({
  id: Id,
  name: Type.String(),
  open: Type.Integer({ description: 'Active tickets they have, of all teams' }),
  load: Type.Number({ description: 'The same, weighted by priority' }),
  capacity: Nullable(Type.Number()),
  atWork: Type.Boolean(),
  away: Type.Boolean(),
  awayUntil: Nullable(Instant),
  note: Type.String(),
  standsFor: Nullable(Type.String()),
  tickets: Type.Array(BoardTicket, { description: 'Of this team, the most urgent first; so many as a column shows' }),
})
export type BoardPerson = Static<typeof BoardPerson>

export const Board = Type.Object({
  teams: Type.Array(NamedRef, { description: 'Those whose board the viewer may open, their own first' }),
  team: Nullable(NamedRef),
  due: Type.Array(BoardTicket, { description: 'What is breached or due next, the longest over first' }),
  late: Type.Integer({ description: 'Of all of the team, those whose time is over' }),
  soon: Type.Integer({ description: 'Of all of the team, those that are due within the next hour' }),
  unassigned: Type.Array(BoardTicket),
  waiting: Type.Integer({ description: 'How many nobody has; counting stops at 1000' }),
  people: Type.Array(BoardPerson),
})
export type Board = Static<typeof Board>

export const getBoard = endpoint({
  method: 'GET',
  path: '/api/v1/board',
  summary: 'Who of a team has what, who is away, what is due, and what nobody has',
  tag: 'work lists',
  query: Type.Object({ team: Type.Optional(Id) }),
  response: Board,
})
