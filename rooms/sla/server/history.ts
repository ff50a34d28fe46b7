import { sql } from 'kysely'
import { among, type Reader } from '../../../platform/db/index.ts'
import type { Calendars } from '../../calendar/server/index.ts'
import type { Status } from '../../ticket/contract/shapes.ts'
import type { ClockState, Target } from '../contract/shapes.ts'
import { type Chosen, choiceOf, type Subject } from './choose-policy.ts'
import type { Policies } from './policies.ts'
import type { SlaEvent } from './rules.ts'

/** Where an event stands: after the fact of this id; what was chosen because of a fact comes after it. */
interface Told {
  factId: number
  at: number
}

export type ToldEvent = Told &
  (
    | { kind: 'opened'; status: Status; teamId: number | null }
    | { kind: 'status'; status: Status }
    | { kind: 'team'; teamId: number | null }
  )
export type ChosenEvent = Told & Chosen

/** A row as PostgreSQL writes it into JSON, with more columns than are named here. */
export interface StoredClock {
  id: number
  target: Target
  seq: number
  state: ClockState
  told: number
}

/** All that the clocks of a ticket follow from, and what is kept of them. */
export interface History {
  number: number
  /** The ticket as it is now, for choosing a policy. */
  subject: Subject
  events: ToldEvent[]
  choices: ChosenEvent[]
  answers: Told[]
  clocks: StoredClock[]
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`)

/** In one statement, for up to some hundred tickets at a time. */
export async function loadHistories(reader: Reader, numbers: readonly number[]): Promise<History[]> {
  const { rows } = await sql<History>`
    select t.number,
      jsonb_build_object('priority', t.priority, 'kind', t.kind, 'serviceId', t.service_id, 'categoryId', t.category_id,
        'organisationId', t.organisation_id, 'teamId', t.team_id, 'tags', t.tags, 'vip', p.vip or coalesce(o.vip, false)) as subject,
      (select coalesce(jsonb_agg(jsonb_build_object('factId', f.id, 'at', ${ms('f.at')}, 'name', f.name,
          'state', case when f.name = 'ticket.opened' then jsonb_build_object(
            'status', f.data #> '{state,status}', 'teamId', f.data #> '{state,teamId}') end,
          'status', f.data #> '{changes,status,after}',
          'teamId', f.data #> '{changes,teamId}') order by f.id), '[]')
        from platform.fact f where f.subject_kind = 'ticket' and f.subject_id = t.number
          and (f.name = 'ticket.opened' or f.data #> '{changes,status}' is not null
            or f.data #> '{changes,teamId}' is not null)) as events,
      (select coalesce(jsonb_agg(jsonb_build_object('factId', c.fact_id, 'at', ${ms('c.at')}, 'priority', c.priority,
          'policyVersionId', c.policy_version_id, 'policyCalendarId', c.policy_calendar_id,
          'teamVersionId', c.team_version_id, 'teamCalendarId', c.team_calendar_id) order by c.fact_id, c.id), '[]')
        from sla.choice c where c.ticket_number = t.number) as choices,
      (select coalesce(jsonb_agg(jsonb_build_object('factId', a.fact_id, 'at', ${ms('a.at')}) order by a.fact_id), '[]')
        from sla.answer a where a.ticket_number = t.number) as answers,
      (select coalesce(jsonb_agg(to_jsonb(k)), '[]')
        from sla.clock k where k.ticket_number = t.number) as clocks
    from ticket.ticket t join people.person p on p.id = t.requester_id
      left join people.organisation o on o.id = t.organisation_id
    where ${among(sql.raw('t.number'), numbers)} order by t.number`.execute(reader)
  return rows.map((row) => ({ ...row, events: (row.events as unknown as RawEvent[]).flatMap(eventsOf) }))
}

interface RawEvent extends Told {
  name: string
  state: { status: Status; teamId: number | null } | null
  status: Status | null
  teamId: { after: number | null } | null
}

function eventsOf({ factId, at, name, state, status, teamId }: RawEvent): ToldEvent[] {
  if (name === 'ticket.opened' && state) return [{ factId, at, kind: 'opened', ...state }]
  return [
    ...(status === null ? [] : [{ factId, at, kind: 'status' as const, status }]),
    ...(teamId === null ? [] : [{ factId, at, kind: 'team' as const, teamId: teamId.after }]),
  ]
}

type Parts = Pick<History, 'events' | 'choices' | 'answers'>

/** Everything that happened, in order, as the clocks take it. */
export function slaEvents({ events, choices, answers }: Parts, known: Policies, calendars: Calendars): SlaEvent[] {
  const all: { factId: number; after: number; event: SlaEvent }[] = [
    ...events.map((event) => ({ factId: event.factId, after: 0, event })),
    ...choices.map((chosen) => ({
      factId: chosen.factId,
      after: 1,
      event: { at: chosen.at, kind: 'chosen' as const, choice: choiceOf(chosen, known, calendars) },
    })),
    ...answers.map(({ factId, at }) => ({ factId, after: 2, event: { at, kind: 'answered' as const } })),
  ]
  return all.sort((a, b) => a.factId - b.factId || a.after - b.after).map(({ event }) => event)
}
