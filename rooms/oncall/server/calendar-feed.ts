import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import { actorOfPerson, personCards } from '../../people/server/index.ts'
import { feedNotFound } from './errors.ts'
import { plansOf } from './plans.ts'
import { shiftsOf } from './rotation.ts'
import { overridesOf } from './view-on-call.ts'

const dayMs = 86_400_000
const [before, ahead] = [30 * dayMs, 180 * dayMs]

/** Somebody's on-call times, or all of a schedule, for the program that shows their calendar (RFC 5545). */
export async function calendarFeed(cx: Cx, token: string, scheduleId?: number): Promise<string> {
  const row = await cx.db
    .selectFrom('oncall.reach')
    .select('personId')
    .where('feedToken', '=', token)
    .executeTakeFirst()
  const actor = row && (await actorOfPerson(cx.db, row.personId))
  if (!actor || !can(actor, 'oncall.use')) throw feedNotFound()
  const now = cx.now.getTime()
  const span: [number, number] = [now - before, now + ahead]
  const overrides = await overridesOf(cx.db, ...span)
  const events: Event[] = []
  for (const { id, name, doc } of await plansOf(cx.db, 'schedule', scheduleId)) {
    for (const layer of doc.layers) {
      const set = overrides.filter((one) => one.scheduleId === id && one.layer === layer.key)
      for (const { from, to, personId } of shiftsOf(layer, set, doc.timeZone, span)) {
        if (personId === null || (scheduleId === undefined && personId !== row.personId)) continue
        events.push({ id: `${id}-${layer.key}-${from}`, from, to, personId, what: `${name}: ${layer.name}` })
      }
    }
  }
  const people = await personCards(
    cx.db,
    events.map((event) => event.personId),
  )
  return iCalendar(
    events.map((event) => ({
      ...event,
      what: scheduleId === undefined ? event.what : `${people.get(event.personId)?.name ?? ''} (${event.what})`,
    })),
    now,
  )
}

interface Event {
  id: string
  from: number
  to: number
  personId: number
  what: string
}

export function iCalendar(events: readonly Omit<Event, 'personId'>[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Deskhand//On-call//EN',
    'X-WR-CALNAME:On-call',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap(({ id, from, to, what }) => [
      'BEGIN:VEVENT',
      `UID:${id}@deskhand`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(from)}`,
      `DTEND:${stamp(to)}`,
      `SUMMARY:${escaped(what)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** RFC 5545, 3.3.11 */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** RFC 5545, 3.1: at most 75 octets a line; a character is never cut in two. */
function folded(line: string): string[] {
  const lines: string[] = []
  let own = ''
  let size = 0
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter)
    if (size + bytes > 74) {
      lines.push(own)
      own = ' '
      size = 1
    }
    own += letter
    size += bytes
  }
  return [...lines, own]
}
