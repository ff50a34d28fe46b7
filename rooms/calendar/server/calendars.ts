import type { Reader } from '../../../platform/db/index.ts'
import { keepInMemory } from '../../../platform/memory/index.ts'
import type { CalendarContent, Place } from '../contract/http.ts'
import { type WorkingTime, workingTime } from './hours/working-time.ts'
import { type HolidaysOf, hoursOf } from './rules.ts'
import type { Holiday } from './tables.ts'

/** A calendar as it was or is at one version. */
export interface KnownCalendar {
  id: number
  versionId: number
  name: string
  isDefault: boolean
  content: CalendarContent
  time: WorkingTime
}

export interface Calendars {
  /** Those in use, the default first. */
  all: readonly KnownCalendar[]
  default: KnownCalendar
  /** The one of this id as it is now; the default for null, and for one that is gone. */
  byId(id: number | null): KnownCalendar
  /** As it was at a version; what was counted by it stays explained by it. */
  byVersion(versionId: number): KnownCalendar
  holidaysOf(place: Place | null): HolidaysOf
}

/** All calendars with their versions and holidays, in memory: a desk has a handful. */
export const calendars = keepInMemory('calendar.calendars', readCalendars)

async function readCalendars(reader: Reader): Promise<Calendars> {
  const [rows, holidays] = await Promise.all([
    reader
      .selectFrom('calendar.version as v')
      .innerJoin('calendar.calendar as c', 'c.id', 'v.calendarId')
      .select(['c.id', 'v.id as versionId', 'c.name', 'c.isDefault', 'c.removedAt', 'v.content'])
      .orderBy('v.number', 'desc')
      .execute(),
    reader.selectFrom('calendar.holidays').selectAll().execute(),
  ])
  const byPlace = new Map<string, Map<number, readonly Holiday[]>>()
  for (const { place, year, days } of holidays) {
    const years = byPlace.get(place) ?? new Map()
    byPlace.set(place, years.set(year, days))
  }
  const holidaysOf = (place: Place | null): HolidaysOf => {
    const years = place && byPlace.get([place.country, place.state, place.region].filter((part) => part).join('|'))
    return (year) => years?.get(year) ?? []
  }
  const versions = rows.map(({ removedAt, ...row }) => {
    let time: WorkingTime | undefined
    return {
      ...row,
      removed: removedAt !== null,
      get time() {
        time ??= workingTime(hoursOf(row.content, holidaysOf(row.content.place)))
        return time
      },
    }
  })
  const byVersionId = new Map(versions.map((version) => [version.versionId, version]))
  const newest = new Map<number, (typeof versions)[number]>()
  for (const version of versions) if (!newest.has(version.id)) newest.set(version.id, version)
  const all = [...newest.values()]
    .filter((one) => !one.removed)
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name))
  const standard = all[0]
  if (!standard) throw new Error('There is no default calendar')
  return {
    all,
    default: standard,
    byId: (id) => (id === null ? standard : (newest.get(id) ?? standard)),
    byVersion: (versionId) => byVersionId.get(versionId) ?? standard,
    holidaysOf,
  }
}
