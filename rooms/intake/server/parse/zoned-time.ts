import { ownCopy } from '../../../../platform/memory/own-copy.ts'
import { WINDOWS_ZONES } from './windows-zones.ts'

const known = new Map<string, string | null>()

/** The IANA zone that a TZID means: its own name, an Olson path with a prefix, a Windows name; null when none. */
export function zoneOf(tzid: string): string | null {
  const found = known.get(tzid)
  if (found !== undefined) return found
  if (known.size > 1000) known.clear()
  const zone = lookUp(tzid.trim().replace(/^"|"$/g, ''))
  // Names longer than any zone's are looked at anew, not remembered.
  if (tzid.length <= 100) known.set(ownCopy(tzid), zone)
  return zone
}

function lookUp(tzid: string): string | null {
  if (tzid === '' || tzid.length > 100) return null
  if (/^(?:utc|gmt|etc\/utc|etc\/gmt|z|coordinated universal time|tzone:\/\/microsoft\/utc)$/i.test(tzid)) return 'UTC'
  const windows = WINDOWS_ZONES[tzid.toLowerCase()]
  if (windows) return windows
  // "/freeassociation.sourceforge.net/Europe/Berlin", "/mozilla.org/20070129_1/America/Argentina/Ushuaia"
  const olson = /([A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]+){1,2})$/.exec(tzid)?.[1]
  for (const name of [tzid, olson]) {
    if (!name?.includes('/')) continue
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    } catch {
      // Not a zone that is known here.
    }
  }
  return null
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** Milliseconds that `zone` is ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of clockOf(zone).formatToParts(new Date(instant))) part[type] = Number(value)
  const clock = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
  return clock - Math.floor(instant / 1000) * 1000
}

const DAY = 86_400_000

/** The instant of a clock time given as if it were UTC. A time that is skipped moves on, one that comes twice is the first. */
export function instantOf(clock: number, zone: string): Date {
  const [before, after] = [offsetAt(zone, clock - DAY), offsetAt(zone, clock + DAY)]
  const possible = [clock - before, clock - after].filter((instant) => clock - offsetAt(zone, instant) === instant)
  return new Date(possible.length > 0 ? Math.min(...possible) : clock - before)
}
