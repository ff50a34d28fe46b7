import type { Reader } from '../../../platform/db/index.ts'
import type { Due } from '../contract/http.ts'

/** Of each of these tickets the open clock that is due first, for lists; those without one are missing. */
export async function duesOf(reader: Reader, numbers: readonly number[]): Promise<Map<number, Due>> {
  if (numbers.length === 0) return new Map()
  const rows = await reader
    .selectFrom('sla.clock')
    .select(['ticketNumber', 'target', 'state', 'dueAt', 'breachedAt', 'pausedFor'])
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
