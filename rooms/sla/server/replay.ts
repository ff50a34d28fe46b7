import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import type { Calendars } from '../../calendar/server/index.ts'
import type { Vips } from '../../people/server/index.ts'
import type { Status } from '../../ticket/contract/shapes.ts'
import { type Chosen, choiceOf, choose, isSameChoice, type Subject } from './choose-policy.ts'
import type { Clock } from './clock.ts'
import type { KnownPolicy, Policies } from './policies.ts'
import { foldClocks, type SlaEvent } from './rules.ts'

type State = Omit<Subject, 'vip'> & { status: Status; requesterId: number }

export interface PastTicket {
  number: number
  facts: {
    factId: number
    at: number
    state: State | null
    changes: Record<string, { after: unknown }> | null
  }[]
  answers: { factId: number; at: number }[]
}

/** All that happened to some tickets, in one statement. */
export async function loadPast(reader: Reader, numbers: readonly number[]): Promise<PastTicket[]> {
  const { rows } = await sql<PastTicket>`
    select t.number,
      (select coalesce(jsonb_agg(jsonb_build_object('factId', f.id, 'at', (extract(epoch from f.at) * 1000)::bigint,
          'state', case when f.name = 'ticket.opened' then f.data -> 'state' end,
          'changes', f.data -> 'changes') order by f.id), '[]')
        from platform.fact f where f.subject_kind = 'ticket' and f.subject_id = t.number
          and (f.name = 'ticket.opened' or f.name in ('ticket.changed', 'ticket.assigned', 'ticket.status_changed',
            'ticket.priority_set'))) as facts,
      (select coalesce(jsonb_agg(jsonb_build_object('factId', a.fact_id, 'at', (extract(epoch from a.at) * 1000)::bigint)
          order by a.fact_id), '[]') from sla.answer a where a.ticket_number = t.number) as answers
    from ticket.ticket t
    where t.number = any(${numbers}::bigint[]) order by t.number`.execute(reader)
  return rows
}

/** Policies to be tried: those that hold, or those with another in its place. */
export interface Terms extends Pick<Policies, 'teams' | 'categoriesAbove' | 'version'> {
  ordered: readonly KnownPolicy[]
  vips: Vips
}

const asked = ['priority', 'kind', 'serviceId', 'categoryId', 'organisationId', 'requesterId', 'teamId', 'tags']

/**
 * Pure: the clocks a ticket would have, had these policies held all the time. The policy is chosen at the same facts as when
 * it happens, so that the result is what will happen once they hold.
 */
export function replay({ facts, answers }: PastTicket, terms: Terms, calendars: Calendars): Clock[] {
  const events: { factId: number; event: SlaEvent }[] = []
  let state: State | undefined
  let last: Chosen | undefined
  for (const { factId, at, ...fact } of facts) {
    const push = (event: SlaEvent) => events.push({ factId, event })
    if (fact.state) {
      state = fact.state
      push({ kind: 'opened', at, status: state.status, teamId: state.teamId })
    } else if (state && fact.changes) {
      const after = Object.fromEntries(Object.entries(fact.changes).map(([field, change]) => [field, change.after]))
      state = { ...state, ...after }
      if ('status' in after) push({ kind: 'status', at, status: state.status })
      if ('teamId' in after) push({ kind: 'team', at, teamId: state.teamId })
      if (!asked.some((field) => field in after)) continue
    }
    if (!state) continue
    const vip = terms.vips.has(state.requesterId, state.organisationId)
    const chosen = choose(terms, calendars, { ...state, vip })
    if (last && isSameChoice(last, chosen)) continue
    last = chosen
    push({ kind: 'chosen', at, choice: choiceOf(chosen, terms, calendars) })
  }
  for (const { factId, at } of answers) events.push({ factId, event: { kind: 'answered', at } })
  return foldClocks(events.sort((a, b) => a.factId - b.factId).map(({ event }) => event))
}
