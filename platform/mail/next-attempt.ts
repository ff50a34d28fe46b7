import type { Because } from './hand-over.ts'

/** Minutes before the next attempt, after the first, second … one; then the mail has failed. About a day and a half. */
const BUSY = [1, 2, 5, 10, 20, 60, 240, 480, 720, 720]
const REFUSED = [5, 15, 30, 60, 120, 240, 480, 720, 720, 720]
/** A server that is away keeps nobody's mail from being sent in the end. */
const SERVER = [0.5, 1, 2, 5, 10, 15, 30]
/** RFC 5321, 4.5.4.1: give up after four or five days at the earliest. */
const SERVER_DAYS = 5

const minuteMs = 60_000

/** When a mail is tried again after `attempts` of them; undefined when patience ends. */
export function nextAttempt(because: Because, attempts: number, queuedAt: Date, now: Date): Date | undefined {
  if (because === 'server') {
    if (now.getTime() - queuedAt.getTime() > SERVER_DAYS * 24 * 60 * minuteMs) return undefined
    return nextKnock(attempts, now)
  }
  const minutes = (because === 'busy' ? BUSY : REFUSED)[attempts - 1]
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * minuteMs)
}

/** When a server that is in trouble is tried again, after so many attempts in a row. */
export function nextKnock(attempts: number, now: Date): Date {
  const minutes = SERVER[Math.min(attempts, SERVER.length) - 1] ?? 30
  return new Date(now.getTime() + minutes * minuteMs)
}
