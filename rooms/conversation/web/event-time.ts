import { currentLanguage } from '../../../web-kit/i18n/i18n.ts'

interface Time {
  local: string
  zone: string | null
  at: string | null
}

interface When {
  /** By the reader's own clock. */
  own: string
  /** By the clock of whoever wrote it, where that differs. */
  theirs?: string
  zone?: string
}

const day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
const clock: Intl.DateTimeFormatOptions = { ...day, hour: '2-digit', minute: '2-digit' }
const DAY_MS = 24 * 60 * 60_000

/** When an entry is, in words; undefined without a start. `zone` is the reader's, for tests. */
export function whenOf(
  { start, end }: { start: Time | null; end: Time | null },
  language: string = currentLanguage(),
  zone: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
): When | undefined {
  if (!start) return undefined
  const locale = language === 'en' ? 'en-GB' : language
  if (!start.local.includes('T')) return { own: wholeDays(start.local, end?.local, locale) }
  // A clock time without a zone holds wherever one is.
  if (!start.at) return { own: range(asUtc(start.local), end && asUtc(end.local), locale, 'UTC') }
  const own = range(new Date(start.at), end?.at ? new Date(end.at) : null, locale, zone)
  if (!start.zone) return { own }
  const theirs = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: start.zone })
  const mine = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone })
  const instant = new Date(start.at)
  if (theirs.format(instant) === mine.format(instant)) return { own }
  return { own, theirs: theirs.format(instant), zone: start.zone.replaceAll('_', ' ') }
}

const asUtc = (local: string) => new Date(`${local.slice(0, 19)}Z`)

/** The end of whole days is the first day after them, as the standard has it. */
function wholeDays(start: string, end: string | undefined, locale: string): string {
  const first = new Date(`${start.slice(0, 10)}T00:00:00Z`)
  const last = end ? new Date(new Date(`${end.slice(0, 10)}T00:00:00Z`).getTime() - DAY_MS) : first
  const format = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' })
  return last > first ? format.formatRange(first, last) : format.format(first)
}

function range(from: Date, to: Date | null, locale: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, { ...clock, timeZone })
  return to && to > from ? format.formatRange(from, to) : format.format(from)
}
