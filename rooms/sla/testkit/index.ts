import type { CalendarContent } from '../../calendar/contract/http.ts'
import { hoursOf, workingTime } from '../../calendar/server/index.ts'
import type { Target } from '../contract/shapes.ts'
import type { Agreement } from '../server/clock.ts'

/** What a policy with these goals (milliseconds) says, counted by a calendar that is in no database. */
export function anAgreement(
  calendar: CalendarContent,
  goals: Partial<Record<Target, number>>,
  more: Partial<Agreement> = {},
): Agreement {
  return {
    versionId: 1,
    calendarVersionId: 1,
    time: workingTime(hoursOf(calendar, () => [])),
    pauseOn: ['waiting_requester', 'waiting_until'],
    warnAt: [50, 80],
    reopening: 'continue',
    goals,
    ...more,
  }
}

export { bothClocks, clocksFromFacts, differences } from './compare-clocks.ts'
export { liveMany } from './live-many.ts'
export { livedDesk } from './lived-desk.ts'
