import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, PageQuery } from '../../../platform/http/schemas.ts'
import { Number_ } from '../../ticket/contract/shapes.ts'
import { endings, kinds } from './shapes.ts'

const period = {
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  kind: Type.Optional(OneOf(kinds)),
  team: Type.Optional(Id),
}

const ReportedEscalation = Type.Object({
  id: Id,
  kind: OneOf(kinds),
  ticket: Type.Object({ number: Number_, subject: Type.String() }),
  from: Nullable(Type.String()),
  to: Type.String(),
  /** By a person, or by this trigger. */
  by: Type.String(),
  trigger: Nullable(Type.String()),
  why: Nullable(Type.String()),
  startedAt: Instant,
  acceptedAt: Nullable(Instant),
  acceptedBy: Nullable(Type.String()),
  endedAt: Nullable(Instant),
  ended: Nullable(OneOf(endings)),
})
export type ReportedEscalation = Static<typeof ReportedEscalation>

export const listEscalations = endpoint({
  method: 'GET',
  path: '/api/v1/escalations',
  summary: 'Every escalation of a time, the newest first: why, by whom, to whom, accepted when, how it ended',
  tag: 'escalation',
  query: Type.Object({ ...period, ...PageQuery }),
  response: Type.Object({ items: Type.Array(ReportedEscalation), nextCursor: Nullable(Type.String()) }),
})

const Report = Type.Object({
  from: Instant,
  to: Instant,
  handOffs: Type.Integer(),
  toLeads: Type.Integer(),
  byTrigger: Type.Integer(),
  returned: Type.Integer(),
  waiting: Type.Integer({ description: 'Nobody has accepted them yet' }),
  acceptedMinutes: Nullable(Type.Number({ description: 'Half of those accepted took at most this long' })),
  tiers: Type.Array(
    Type.Object({
      tier: Type.Integer(),
      tickets: Type.Integer(),
      minutes: Type.Number({
        description: 'In the middle, for tickets opened in this time, while they were worked on',
      }),
    }),
  ),
})
export type Report = Static<typeof Report>

export const getEscalationReport = endpoint({
  method: 'GET',
  path: '/api/v1/escalations/report',
  summary: 'Escalations of a time in figures, and how long tickets stood in each tier',
  tag: 'escalation',
  query: Type.Object(period),
  response: Report,
})
