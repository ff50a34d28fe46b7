import type { ClockState, Target } from '../contract/shapes.ts'
import { breachBy, type Clock, isOpen } from './clock.ts'

export interface Kept {
  target: Target
  seq: number
  state: ClockState
  told: number
}

export interface Settled {
  clock: Clock
  breachedAt: number | null
  /** The highest fraction that was told, 100 for the breach. */
  told: number
  nextAt: number | null
  leads: boolean
  /** What is to be told now. */
  tell: 'warned' | 'breached' | 'met' | null
}

const breached = 100

/**
 * Pure: compares clocks with what was kept of them, and says what is to be told now and when they must be looked at next.
 * Of several fractions passed since only the last is told: a priority that is raised late warns once.
 */
export function settleClocks(clocks: readonly Clock[], kept: readonly Kept[], now: number): Settled[] {
  const leader = leaderOf(clocks)
  return clocks.map((clock) => {
    const before = kept.find((one) => one.target === clock.target && one.seq === clock.seq)
    const was = before?.told ?? (isCarriedBreach(clock) ? breached : 0)
    const breachedAt = breachBy(clock, now)
    const reached = breachedAt === null ? fractionBy(clock, now) : breached
    const open = isOpen(clock)
    // What has ended is not warned of any more; whether it was late is told all the same.
    const told = open || reached === breached ? reached : was
    const tell = told > was ? (told === breached ? 'breached' : 'warned') : endedNow(clock, before) ? 'met' : null
    return { clock, breachedAt, told, nextAt: nextMoment(clock, told), leads: clock === leader, tell }
  })
}

/** A reopened ticket that was late before is not late a second time. */
const isCarriedBreach = (clock: Clock) => clock.breachedAt !== null && clock.breachedAt < clock.startedAt

const endedNow = (clock: Clock, before: Kept | undefined) =>
  clock.state === 'met' && before?.state !== 'met' && clock.target !== 'next_update'

function fractionBy(clock: Clock, now: number): number {
  return (
    clock.agreement.warnAt.findLast((percent) => {
      const at = momentOf(clock, percent)
      return at === null ? clock.elapsedMs * 100 >= clock.goalMs * percent : at <= now
    }) ?? 0
  )
}

/** When a running clock has used up so much of its goal; null while it does not run. */
function momentOf(clock: Clock, percent: number): number | null {
  if (clock.runningSince === null) return null
  if (percent === breached) return clock.dueAt
  const { time } = clock.agreement
  return time.add(clock.runningSince, Math.ceil((clock.goalMs * percent) / 100) - clock.elapsedMs)
}

function nextMoment(clock: Clock, told: number): number | null {
  const next = [...clock.agreement.warnAt, breached].find((percent) => percent > told)
  return next === undefined ? null : momentOf(clock, next)
}

/** The open clock that is due first; those that are paused have time. */
function leaderOf(clocks: readonly Clock[]): Clock | undefined {
  const open = clocks.filter(isOpen)
  const last = Number.POSITIVE_INFINITY
  return open.sort((a, b) => (a.dueAt ?? last) - (b.dueAt ?? last) || rest(a) - rest(b))[0]
}

const rest = (clock: Clock) => clock.goalMs - clock.elapsedMs
