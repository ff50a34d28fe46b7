import { expect, test } from 'vitest'
import { readCalendar } from './calendar.ts'
import { instantOf, zoneOf } from './zoned-time.ts'

const event = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')

test('an invitation is read with its time, zone, place and people', () => {
  const [found] = readCalendar(
    event(
      'UID:42@x.example',
      'SUMMARY;LANGUAGE=de:Drucker\\, dritter Stock',
      'DTSTART;TZID=W. Europe Standard Time:20260330T093000',
      'DURATION:PT1H30M',
      'LOCATION:Raum 3\\; Nord',
      'DESCRIPTION:Zeile 1\\nZeile',
      '  2',
      'ORGANIZER;CN="Koch, Erika":mailto:e.koch@x.example',
      'ATTENDEE;PARTSTAT=TENTATIVE;CN=it@x.example:MAILTO:it@x.example',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'BEGIN:VALARM',
      'DESCRIPTION:Reminder',
      'END:VALARM',
    ),
  )
  expect(found).toEqual({
    method: 'request',
    uid: '42@x.example',
    sequence: 0,
    summary: 'Drucker, dritter Stock',
    description: 'Zeile 1\nZeile 2',
    location: 'Raum 3; Nord',
    url: null,
    start: { local: '2026-03-30T09:30:00', zone: 'Europe/Berlin', at: '2026-03-30T07:30:00.000Z' },
    end: { local: '2026-03-30T11:00:00', zone: 'Europe/Berlin', at: '2026-03-30T09:00:00.000Z' },
    recurrence: 'FREQ=WEEKLY;COUNT=3',
    cancelled: false,
    organiser: { email: 'e.koch@x.example', name: 'Koch, Erika' },
    attendees: [{ email: 'it@x.example', name: null, state: 'tentative' }],
  })
})

test('whole days have no zone, and a day lasts a day', () => {
  const [found] = readCalendar(event('DTSTART;VALUE=DATE:20260228'), 'CANCEL')
  expect(found?.start).toEqual({ local: '2026-02-28', zone: null, at: null })
  expect(found?.end?.local).toBe('2026-03-01')
  expect(found?.cancelled).toBe(true)
})

test('a clock time without a zone is no instant', () => {
  expect(readCalendar(event('DTSTART:20260301T090000'))[0]?.start).toEqual({
    local: '2026-03-01T09:00:00',
    zone: null,
    at: null,
  })
})

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
  ['/mozilla.org/20070129_1/America/New_York', 'America/New_York'],
  ['"Romance Standard Time"', 'Europe/Paris'],
  ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin'],
  ['Etc/UTC', 'UTC'],
  ['My Zone', null],
  ['Europe/Nowhere', null],
])('the zone %j is %j', (tzid, zone) => expect(zoneOf(tzid)).toBe(zone))

test.each([
  ['2026-03-29T02:30:00Z', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30:00Z', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T03:00:00Z', '2026-10-25T02:00:00.000Z'],
  ['2026-07-01T12:00:00Z', '2026-07-01T10:00:00.000Z'],
])('around the change of the clock, %s in Berlin is %s', (clock, instant) =>
  expect(instantOf(Date.parse(clock), 'Europe/Berlin').toISOString()).toBe(instant),
)

test.each([
  '',
  'BEGIN:VEVENT',
  event('DTSTART:99999999T999999', 'ATTENDEE:x', 'A;B'),
  event(`X${';A='.repeat(10_000)}:1`),
])('what is broken does not throw: %#', (text) => expect(() => readCalendar(text)).not.toThrow())
