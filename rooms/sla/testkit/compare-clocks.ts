import type { Db } from '../../../platform/db/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import { vips } from '../../people/server/index.ts'
import { breachBy, type Clock } from '../server/clock.ts'
import { loadHistories, slaEvents } from '../server/history.ts'
import { policies } from '../server/policies.ts'
import { loadPast, replay } from '../server/replay.ts'
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
    startedAt: show(row.startedAt),
    runningSince: show(row.runningSince),
    pausedFor: row.pausedFor,
    dueAt: show(row.dueAt),
    breachedAt: show(row.breachedAt),
    endedAt: show(row.endedAt),
  }))
  const computed = histories.flatMap((history) =>
    foldClocks(slaEvents(history, known, times)).map((clock) => rowOf(history.number, clock, now)),
  )
  return { stored: inOrder(stored), computed: inOrder(computed) }
}

/**
 * The clocks as they follow from the facts alone, by the way a trial goes: which policy holds is chosen anew, as if nothing had
 * been written down. Only where policies have not changed meanwhile.
 */
export async function clocksFromFacts(db: Db, numbers: readonly number[], now: Date) {
  const [known, times, vip, past] = await Promise.all([
    policies.get(db),
    calendars.get(db),
    vips.get(db),
    loadPast(db, numbers),
  ])
  const terms = { ...known, vips: vip }
  return inOrder(
    past.flatMap((ticket) => replay(ticket, terms, times).map((clock) => rowOf(ticket.number, clock, now))),
  )
}

function rowOf(number: number, clock: Clock, now: Date) {
  return {
    key: `${number} ${clock.target} ${clock.seq}`,
    state: clock.state,
    elapsed: clock.elapsedMs,
    goal: clock.goalMs,
    version: clock.agreement.versionId,
    startedAt: show(clock.startedAt),
    runningSince: show(clock.runningSince),
    pausedFor: clock.pausedFor,
    dueAt: show(clock.dueAt),
    breachedAt: show(breachBy(clock, now.getTime())),
    endedAt: show(clock.endedAt),
  }
}

type Row = ReturnType<typeof rowOf>

/** What differs, in words; nothing when both are the same. */
export function differences(stored: readonly Row[], computed: readonly Row[]): string[] {
  const [are, should] = [byKey(stored), byKey(computed)]
  return [...new Set([...are.keys(), ...should.keys()])].flatMap((key) =>
    are.get(key) === should.get(key) ? [] : [`kept     ${are.get(key)}\ncomputed ${should.get(key)}`],
  )
}

const byKey = (rows: readonly Row[]) => new Map(rows.map((row) => [row.key, JSON.stringify(row)]))
