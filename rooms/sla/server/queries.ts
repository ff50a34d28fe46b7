import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import type { Due } from '../../ticket/contract/shapes.ts'
import type { declareDues } from '../../ticket/server/index.ts'

/** Of each of these tickets the open clock that is due first, for lists; those without one are missing. */
export async function duesOf(reader: Reader, numbers: readonly number[]): Promise<Map<number, Due>> {
  if (numbers.length === 0) return new Map()
  const rows = await reader
    .selectFrom('sla.clock')
    .select(['ticketNumber', 'target', 'dueAt', 'breachedAt', 'pausedFor', 'told'])
    .where('leads', '=', true)
    .where('ticketNumber', 'in', [...numbers])
    .execute()
  return new Map(
    rows.map(({ ticketNumber, dueAt, breachedAt, ...due }) => [
      ticketNumber,
      { ...due, dueAt: dueAt?.toISOString() ?? null, breachedAt: breachedAt?.toISOString() ?? null },
    ]),
  )
}

const leading = sql`from sla.clock k where k.ticket_number = t.number and k.leads`
const iso = (column: string) => sql.raw(`to_char(k.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** What lists of tickets show, sort and filter by. */
export const listedDues: Parameters<typeof declareDues>[0] = {
  rows: sql`(select ticket_number as number, due_at from sla.clock where leads)`,
  shown: sql`(select jsonb_build_object('target', k.target, 'dueAt', ${iso('due_at')}, 'breachedAt', ${iso('breached_at')},
    'pausedFor', k.paused_for, 'told', k.told) ${leading})`,
  dueAt: sql`(select k.due_at ${leading})`,
  is: (when) => {
    if (when === 'none') return sql`not exists (select ${leading})`
    if (when === 'paused') return sql`exists (select ${leading} and k.state = 'paused')`
    // Any of its open clocks: one that is late and waits is late all the same.
    if (when === 'overdue')
      return sql`exists (select from sla.clock k where k.ticket_number = t.number and k.ended_at is null
        and k.breached_at is not null)`
    return sql`exists (select ${leading} and k.breached_at is null
      and k.due_at <= now() + make_interval(hours => ${Number.parseInt(when, 10)}::int))`
  },
}
