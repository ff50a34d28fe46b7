import type { Db } from '../../../platform/db/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import { breachBy } from '../server/clock.ts'
import { loadHistories, slaEvents } from '../server/history.ts'
import { policies } from '../server/policies.ts'
import { foldClocks } from '../server/rules.ts'

const show = (at: Date | number | null) => (at === null ? null : new Date(at).toISOString())
const inOrder = <T extends { key: string }>(rows: T[]) => rows.sort((a, b) => (a.key < b.key ? -1 : 1))

/** The clocks of some tickets, as they are kept and as they follow from all that happened up to a moment. */
export async function bothClocks(db: Db, numbers: readonly number[], now: Date) {
  const [known, times, rows, histories] = await Promise.all([
    policies.get(db),
    calendars.get(db),
    db
      .selectFrom('sla.clock')
      .selectAll()
      .where('ticketNumber', 'in', [...numbers])
      .execute(),
    loadHistories(db, numbers),
  ])
  const stored = rows.map((row) => ({
    key: `${row.ticketNumber} ${row.target} ${row.seq}`,
    state: row.state,
    elapsed: row.elapsedMs,
    goal: row.goalMs,
    version: row.versionId,
    dueAt: show(row.dueAt),
    breachedAt: show(row.breachedAt),
    endedAt: show(row.endedAt),
  }))
  const computed = histories.flatMap((history) =>
    foldClocks(slaEvents(history, known, times)).map((clock) => ({
      key: `${history.number} ${clock.target} ${clock.seq}`,
      state: clock.state,
      elapsed: clock.elapsedMs,
      goal: clock.goalMs,
      version: clock.agreement.versionId,
      dueAt: show(clock.dueAt),
      breachedAt: show(breachBy(clock, now.getTime())),
      endedAt: show(clock.endedAt),
    })),
  )
  return { stored: inOrder(stored), computed: inOrder(computed) }
}
