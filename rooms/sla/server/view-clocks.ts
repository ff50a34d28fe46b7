import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { type Calendars, calendars, type WorkingTime } from '../../calendar/server/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import type { ClockView, ExplainedClock } from '../contract/http.ts'
import { clockNotFound, notForRequesters } from './errors.ts'
import { piecesOf } from './explain-clock.ts'
import { loadHistories, slaEvents } from './history.ts'
import { type Policies, policies } from './policies.ts'
import { foldClocks } from './rules.ts'

export async function viewClocks(cx: Cx, number: number) {
  await holdAsStaff(cx, number)
  const [known, times, rows] = await Promise.all([policies.get(cx.db), calendars.get(cx.db), rowsOf(cx.db, number)])
  const items = rows.map((row) => present(row, known, times, cx.now.getTime()))
  return { now: cx.now.toISOString(), items, nextCursor: null }
}

/** One clock with its life, computed from all that happened to the ticket. */
export async function explainClock(cx: Cx, number: number, id: number): Promise<ExplainedClock> {
  await holdAsStaff(cx, number)
  const [known, times, rows] = await Promise.all([policies.get(cx.db), calendars.get(cx.db), rowsOf(cx.db, number)])
  const row = rows.find((one) => one.id === id)
  const [history] = await loadHistories(cx.db, [number])
  if (!row || !history) throw clockNotFound()
  const now = cx.now.getTime()
  const clocks = foldClocks(slaEvents(history, known, times))
  const clock = clocks.find((one) => one.target === row.target && one.seq === row.seq)
  if (!clock) throw clockNotFound()
  const pieces = piecesOf(clock, now, (versionId) => versionNamed(known, versionId), times.byVersion)
  return { ...present(row, known, times, now), now: cx.now.toISOString(), pieces }
}

/** What is promised to whom is read by those who work on it. */
async function holdAsStaff(cx: Cx, number: number): Promise<void> {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  if (ticket.standing !== 'staff') throw notForRequesters()
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function rowsOf(reader: Reader, number: number) {
  return reader
    .selectFrom('sla.clock as c')
    .leftJoin('people.team as t', 't.id', 'c.teamId')
    .selectAll('c')
    .select('t.name as teamName')
    .where('c.ticketNumber', '=', number)
    .orderBy('c.startedAt')
    .orderBy('c.id')
    .execute()
}

function present(row: Row, known: Policies, times: Calendars, now: number): ClockView {
  const calendar = times.byVersion(row.calendarId)
  const { name, number } = versionNamed(known, row.versionId)
  const running = row.runningSince === null ? 0 : calendar.time.between(row.runningSince.getTime(), now)
  return {
    id: row.id,
    target: row.target,
    seq: row.seq,
    state: row.state,
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? '' },
    goalMs: row.goalMs,
    elapsedMs: row.elapsedMs + running,
    startedAt: row.startedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    // The alarm writes it within a second; a reader in between is told all the same.
    breachedAt:
      (
        row.breachedAt ?? (row.state === 'running' && row.dueAt && row.dueAt.getTime() <= now ? row.dueAt : null)
      )?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    pausedFor: row.pausedFor,
    leads: row.leads,
    warnAt: [...(known.version(row.versionId)?.content.warnAt ?? [])].sort((a, b) => a - b),
    policy: { name, version: number },
    calendar: {
      name: calendar.name,
      timeZone: calendar.content.timeZone,
      alwaysOpen: calendar.content.alwaysOpen,
    },
    openNow: calendar.time.isOpen(now),
    goesOnAt: goesOnAt(row, calendar, now),
    told: row.told,
  }
}

function goesOnAt(row: Row, { time }: { time: WorkingTime }, now: number): string | null {
  if (row.state !== 'running' || time.isOpen(now)) return null
  const at = time.nextOpen(now)
  return at === null ? null : new Date(at).toISOString()
}

const versionNamed = (known: Policies, id: number) => known.version(id) ?? { name: '', number: 0 }
