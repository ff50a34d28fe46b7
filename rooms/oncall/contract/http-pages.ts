import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Number_ } from '../../ticket/contract/shapes.ts'
import { ById, base, tag } from './plan.ts'
import { pageStates, ways } from './shapes.ts'

const Call = Type.Object({
  step: Type.Integer(),
  round: Type.Integer(),
  person: Nullable(Type.String()),
  way: OneOf(ways),
  state: OneOf(['sent', 'queued', 'failed', 'unreachable']),
  error: Nullable(Type.String()),
  at: Instant,
})
export const OnCallPage = Type.Object({
  id: Id,
  ticket: Nullable(Type.Object({ number: Number_, subject: Type.String() })),
  ladder: Type.String(),
  reason: Type.String(),
  trial: Type.Boolean(),
  state: OneOf(pageStates),
  startedAt: Instant,
  startedBy: Type.String(),
  nextAt: Nullable(Instant),
  acknowledged: Nullable(Type.Object({ at: Instant, by: Type.String() })),
  calls: Type.Array(Call),
})
export type OnCallPage = Static<typeof OnCallPage>

export const listPages = endpoint({
  method: 'GET',
  path: `${base}/pages`,
  summary: 'The newest pages; open ones first',
  tag,
  query: Type.Object({ ticket: Type.Optional(Number_) }),
  response: Type.Object({ items: Type.Array(OnCallPage) }),
})
export const startPageEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/pages',
  summary: 'Page who is on call about a ticket; while one is open, the same',
  tag,
  params: Type.Object({ number: Number_ }),
  body: Type.Object({ ladder: Id, reason: Type.String({ minLength: 3, maxLength: 1000, pattern: '\\S' }) }),
  response: OnCallPage,
  status: 201,
  idempotent: true,
})
export const tryLadder = endpoint({
  method: 'POST',
  path: `${base}/ladders/:id/trials`,
  summary: 'Page for a trial: everybody on the ladder is told that it is one',
  tag,
  params: ById,
  response: OnCallPage,
  status: 201,
  idempotent: true,
})
export const acknowledgePage = endpoint({
  method: 'PUT',
  path: `${base}/pages/:id/acknowledgement`,
  summary: 'You take care of it: nobody else is called',
  tag,
  params: ById,
  response: OnCallPage,
})
const ByToken = Type.Object({ token: Type.String({ minLength: 20, maxLength: 80 }) })
/** A page as whoever holds its link may see it. */
const LinkedPage = Type.Object({
  reason: Type.String(),
  number: Nullable(Number_),
  state: OneOf(pageStates),
  by: Nullable(Type.String()),
})
export const getPageByLink = endpoint({
  method: 'GET',
  path: `${base}/page-links/:token`,
  summary: 'What a page is about, by the link in its mail',
  tag,
  params: ByToken,
  response: LinkedPage,
})
export const acknowledgeByLink = endpoint({
  method: 'PUT',
  path: `${base}/page-links/:token`,
  summary: 'Take care of it by the link in the mail, without signing in',
  tag,
  params: ByToken,
  response: LinkedPage,
})
