import { attendeeStates, type CalendarEvent, type CalendarTime } from '../../contract/calendar.ts'
import { instantOf, zoneOf } from './zoned-time.ts'

type Method = CalendarEvent['method']

const METHODS: ReadonlySet<string> = new Set([
  'request',
  'reply',
  'cancel',
  'publish',
  'counter',
  'add',
  'refresh',
  'declinecounter',
])
const MAX_CHARS = 1024 * 1024
const MAX_EVENTS = 20
const MAX_ATTENDEES = 200
const MAX_TEXT = 10_000

interface Property {
  name: string
  params: Record<string, string>
  value: string
}

/** The events of an iCalendar text (RFC 5545). What cannot be read is left out; never throws. */
export function readCalendar(text: string, methodParam = ''): CalendarEvent[] {
  const events: CalendarEvent[] = []
  let method = methodOf(methodParam)
  let open: Property[] | null = null
  let inside = 0
  for (const line of unfold(text.slice(0, MAX_CHARS))) {
    const property = readProperty(line)
    if (!property) continue
    const { name, value } = property
    if (name === 'METHOD' && !methodParam) method = methodOf(value)
    else if (name === 'BEGIN' && /^vevent$/i.test(value) && !open) open = []
    else if (name === 'BEGIN' && open) inside++
    else if (name === 'END' && inside > 0) inside--
    else if (name === 'END' && open && /^vevent$/i.test(value)) {
      events.push(eventOf(open, method))
      open = null
      if (events.length >= MAX_EVENTS) break
    } else if (open && inside === 0 && open.length < 2000) open.push(property)
  }
  return events
}

function methodOf(value: string): Method {
  const method = value.trim().toLowerCase()
  return METHODS.has(method) ? (method as Method) : 'publish'
}

function unfold(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
}

function readProperty(line: string): Property | null {
  const name = /^[A-Za-z0-9-]{1,60}/.exec(line)?.[0]
  if (!name) return null
  const params: Record<string, string> = Object.create(null)
  let at = name.length
  while (line[at] === ';') {
    const param = /;([A-Za-z0-9-]{1,60})=((?:"[^"]*"|[^;:,"]*)(?:,(?:"[^"]*"|[^;:,"]*))*)/y
    param.lastIndex = at
    const match = param.exec(line)
    if (!match) return null
    params[(match[1] ?? '').toUpperCase()] = (match[2] ?? '').replace(/"/g, '')
    at = param.lastIndex
  }
  if (line[at] !== ':') return null
  return { name: name.toUpperCase(), params, value: line.slice(at + 1) }
}

function eventOf(properties: Property[], method: Method): CalendarEvent {
  const first = (name: string) => properties.find((property) => property.name === name)
  const words = (name: string) =>
    unescapeText(first(name)?.value ?? '')
      .trim()
      .slice(0, MAX_TEXT)
  const start = timeOf(first('DTSTART'))
  return {
    method,
    uid: words('UID') || null,
    sequence: Math.min(Number.parseInt(first('SEQUENCE')?.value ?? '', 10) || 0, 1_000_000),
    summary: words('SUMMARY').replace(/\s+/g, ' ').slice(0, 500),
    description: words('DESCRIPTION') || null,
    location: words('LOCATION').replace(/\s+/g, ' ').slice(0, 500) || null,
    url: joinAddress(
      words('X-MICROSOFT-SKYPETEAMSMEETINGURL'),
      words('X-GOOGLE-CONFERENCE'),
      words('URL'),
      words('LOCATION'),
    ),
    start,
    end: timeOf(first('DTEND')) ?? endAfter(start, first('DURATION')?.value ?? ''),
    recurrence: first('RRULE')?.value.slice(0, 500) ?? null,
    cancelled: method === 'cancel' || /^cancelled$/i.test(first('STATUS')?.value ?? ''),
    organiser: personOf(first('ORGANIZER')),
    attendees: properties
      .filter((property) => property.name === 'ATTENDEE')
      .slice(0, MAX_ATTENDEES)
      .flatMap((property) => {
        const person = personOf(property)
        const state = property.params.PARTSTAT?.toLowerCase() ?? ''
        return person ? [{ ...person, state: attendeeStates.find((known) => known === state) ?? 'needs-action' }] : []
      }),
  }
}

function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_all, char: string) => (char === 'n' || char === 'N' ? '\n' : char))
}

function joinAddress(...candidates: string[]): string | null {
  for (const text of candidates) {
    const url = /https?:\/\/[^\s<>"]{1,1000}/.exec(text)?.[0]
    if (url) return url
  }
  return null
}

function personOf(property: Property | undefined): { email: string; name: string | null } | null {
  const given = property?.params.EMAIL ?? property?.value.replace(/^mailto:/i, '').trim() ?? ''
  if (!/^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/.test(given)) return null
  const name =
    property?.params.CN?.trim()
      .replace(/^'(.*)'$/, '$1')
      .slice(0, 200) ?? ''
  return { email: given, name: name === '' || name.toLowerCase() === given.toLowerCase() ? null : name }
}

function timeOf(property: Property | undefined): CalendarTime | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/.exec(property?.value.trim() ?? '')
  if (!parts) return null
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0))
  const clock = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
  if (Number.isNaN(clock)) return null
  if (parts[4] === undefined) return { local: new Date(clock).toISOString().slice(0, 10), zone: null, at: null }
  const zone = parts[7] ? 'UTC' : zoneOf(property?.params.TZID ?? '')
  return timeAt(clock, zone)
}

function timeAt(clock: number, zone: string | null): CalendarTime {
  const local = new Date(clock).toISOString().slice(0, 19)
  return { local, zone, at: zone === null ? null : instantOf(clock, zone).toISOString() }
}

const DAY = 86_400_000

/** RFC 5545: without an end an event lasts for its duration, or its day. */
function endAfter(start: CalendarTime | null, duration: string): CalendarTime | null {
  if (!start) return null
  const parts = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/.exec(
    duration.trim(),
  )
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (parts?.slice(1) ?? []).map((part) =>
    Number(part ?? 0),
  )
  const length = (weeks * 7 + days) * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000
  if (!start.local.includes('T')) {
    const end = Date.parse(`${start.local}T00:00:00Z`) + Math.max(length, DAY)
    return { local: new Date(end).toISOString().slice(0, 10), zone: null, at: null }
  }
  return length === 0 ? null : timeAt(Date.parse(`${start.local}Z`) + length, start.zone)
}
