import type { WorkingTime } from '../../calendar/server/index.ts'
import type { Status } from '../../ticket/contract/shapes.ts'
import type { ClockState, Target } from '../contract/shapes.ts'

/** A policy or OLA at one version, as a clock needs it. Durations and moments are milliseconds. */
export interface Agreement {
  versionId: number
  /** The version of the calendar it is counted by. */
  calendarVersionId: number
  time: WorkingTime
  pauseOn: readonly Status[]
  /** Fractions of the goal at which is warned, in percent, ascending. */
  warnAt: readonly number[]
  goals: Readonly<Partial<Record<Target, number>>>
  /** Whether the clock of a reopened ticket goes on where it was, or begins anew. */
  reopening: 'continue' | 'anew'
}

/** A stretch of a clock's life under one agreement; the last one of an open clock has no end. */
export interface Stretch {
  from: number
  to: number | null
  /** Why it does not run; null while it runs. */
  pausedFor: Status | null
  agreement: Agreement
}

export interface Clock {
  target: Target
  /** 1 for the first of its target on the ticket. */
  seq: number
  state: ClockState
  agreement: Agreement
  teamId: number | null
  goalMs: number
  /** What had passed when it last began to run or stopped. */
  elapsedMs: number
  /** What of it a clock before it had used up, of a ticket that was open again. */
  carriedMs: number
  startedAt: number
  runningSince: number | null
  pausedFor: Status | null
  /** By when, as long as it runs and where it ended; null while it is paused, and when it would take a lifetime. */
  dueAt: number | null
  breachedAt: number | null
  endedAt: number | null
  stretches: Stretch[]
}

export const isOpen = (clock: { state: ClockState }): boolean => clock.state === 'running' || clock.state === 'paused'

/** Whether two are the same promise, but for the goals of a priority. */
export const isSame = (one: Agreement, other: Agreement): boolean =>
  one.versionId === other.versionId && one.calendarVersionId === other.calendarVersionId

/** Lets an open clock run or pause as the status of its ticket says. */
export function runOrPause(clock: Clock, status: Status, at: number): void {
  // Nobody stops the first answer by waiting for it.
  const pauses = clock.target !== 'first_response' && clock.agreement.pauseOn.includes(status)
  const wanted = pauses ? status : null
  const current = clock.stretches.at(-1)
  if (current?.to === null && current.agreement === clock.agreement && clock.pausedFor === wanted) return
  halt(clock, at)
  clock.state = pauses ? 'paused' : 'running'
  clock.pausedFor = wanted
  clock.stretches.push({ from: at, to: null, pausedFor: wanted, agreement: clock.agreement })
  if (pauses) return
  clock.runningSince = at
  clock.dueAt = clock.breachedAt ?? clock.agreement.time.add(at, clock.goalMs - clock.elapsedMs)
}

/** Counts what has passed up to now and lets it stand. */
export function halt(clock: Clock, at: number): void {
  const stretch = clock.stretches.at(-1)
  if (stretch?.to === null) {
    if (stretch.from === at) clock.stretches.pop()
    else stretch.to = at
  }
  clock.breachedAt = breachBy(clock, at)
  if (clock.runningSince !== null) clock.elapsedMs += clock.agreement.time.between(clock.runningSince, at)
  clock.runningSince = null
  clock.dueAt = null
}

/** When a clock was or is breached, as seen at a moment; null as long as it is not. */
export function breachBy(clock: Clock, at: number): number | null {
  if (clock.breachedAt !== null) return clock.breachedAt
  return clock.runningSince !== null && clock.dueAt !== null && clock.dueAt <= at ? clock.dueAt : null
}

export function close(clock: Clock, state: ClockState, at: number): void {
  const { dueAt } = clock
  halt(clock, at)
  Object.assign(clock, { state, endedAt: at, pausedFor: null, dueAt })
}
