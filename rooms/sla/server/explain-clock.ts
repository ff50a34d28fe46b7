import type { KnownCalendar } from '../../calendar/server/index.ts'
import type { Piece } from '../contract/http.ts'
import type { Clock, Stretch } from './clock.ts'

/** More pieces than this are told as one: a ticket that is open for years is not read day by day. */
const mostPieces = 400

interface Named {
  name: string
  number: number
}

/**
 * Pure: the life of a clock up to a moment, as pieces that run, are paused or lie outside hours, each with the version it ran
 * by. What they count adds up to what has passed.
 */
export function piecesOf(
  clock: Clock,
  now: number,
  versionOf: (id: number) => Named,
  calendarOf: (versionId: number) => KnownCalendar,
): Piece[] {
  const pieces = clock.stretches.flatMap((stretch) => {
    const { name, number } = versionOf(stretch.agreement.versionId)
    const calendar = calendarOf(stretch.agreement.calendarVersionId)
    const by = { policy: name, policyVersion: number, calendar: calendar.name, pausedFor: stretch.pausedFor }
    const end = stretch.to ?? Math.max(now, stretch.from)
    return partsOf(stretch, end).map(
      ({ from, to, kind, counted }): Piece => ({
        from: new Date(from).toISOString(),
        to: to === end && stretch.to === null ? null : new Date(to).toISOString(),
        kind,
        countedMs: counted,
        ...by,
      }),
    )
  })
  const [first] = pieces
  if (clock.carriedMs === 0 || !first) return pieces
  const at = new Date(clock.startedAt).toISOString()
  return [{ ...first, from: at, to: at, kind: 'carried', pausedFor: null, countedMs: clock.carriedMs }, ...pieces]
}

interface Part {
  from: number
  to: number
  kind: Piece['kind']
  counted: number
}

function partsOf({ from, pausedFor, agreement: { time } }: Stretch, end: number): Part[] {
  if (pausedFor !== null) return [{ from, to: end, kind: 'paused', counted: 0 }]
  const open = time.openTimes(from, end)
  if (open.length > mostPieces) return [{ from, to: end, kind: 'running', counted: time.between(from, end) }]
  const parts: Part[] = []
  let at = from
  for (const { start, end: until } of open) {
    if (start > at) parts.push({ from: at, to: start, kind: 'closed', counted: 0 })
    parts.push({ from: start, to: until, kind: 'running', counted: until - start })
    at = until
  }
  if (at < end || parts.length === 0) parts.push({ from: at, to: end, kind: 'closed', counted: 0 })
  return parts
}
