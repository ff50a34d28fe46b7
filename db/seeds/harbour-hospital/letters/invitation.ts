import type { Letter } from './letter.ts'

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** A vendor who invites to the weekend of the change, by the clock of another country. */
export function invitation(base: Date): Letter {
  const start = new Date(base.getTime() + 4 * 86_400_000)
  start.setUTCHours(13, 30, 0, 0)
  const end = new Date(start.getTime() + 90 * 60_000)
  return {
    key: 'gateway-change',
    hoursAgo: 25,
    from: 'Petra Lindqvist <petra@vitals-systems.example>',
    subject: 'Invitation: gateway 4.2.7, change and test together',
    text: 'Hello,\n\nplease keep this time free. I bring the release and stay on the line until the first ward has tested.\n\nPetra Lindqvist\nVitals Systems',
    invitation: [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Vitals Systems//Calendar//EN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:gateway-4-2-7@vitals-systems.example',
      'SEQUENCE:0',
      `DTSTAMP:${stamp(new Date(base.getTime() - 25 * 3_600_000))}`,
      `DTSTART;TZID=America/New_York:${local(start)}`,
      `DTEND;TZID=America/New_York:${local(end)}`,
      'SUMMARY:Gateway 4.2.7: change and test',
      'LOCATION:Ward 4\\, nurses’ station\\, and online',
      'URL:https://meet.vitals-systems.example/gateway',
      'ORGANIZER;CN=Petra Lindqvist:mailto:petra@vitals-systems.example',
      'ATTENDEE;CN=IT Help;PARTSTAT=NEEDS-ACTION:mailto:it-help@harbour-hospital.example',
      'ATTENDEE;CN=Niamh Gallagher;PARTSTAT=ACCEPTED:mailto:niamh.gallagher@harbour-hospital.example',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  }
}

/** The same instant on a clock in New York, as iCalendar writes it. */
function local(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/New_York',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}${part('month')}${part('day')}T${part('hour')}${part('minute')}${part('second')}`
}
