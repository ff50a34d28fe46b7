import { parentPort, workerData } from 'node:worker_threads'
import Holidays, { type HolidaysTypes } from 'date-holidays'
import type { HolidayPlace, Place } from '../contract/http.ts'
import type { Holiday } from './tables.ts'

export type HolidayQuestion =
  | { ask: 'days'; place: Place; years: readonly number[] }
  | { ask: 'places'; language: string }

/** What the worker answers: the days of each year, or all places; null for a place that is not known. */
export type HolidayAnswer = [year: number, days: Holiday[]][] | HolidayPlace[] | null

const dayMs = 86_400_000
const question = workerData as HolidayQuestion
parentPort?.postMessage(question.ask === 'days' ? daysOf(question.place, question.years) : placesIn(question.language))

function daysOf(place: Place, years: readonly number[]): [number, Holiday[]][] | null {
  const known = new Holidays()
  const { country, state, region } = place
  if (!known.getCountries()?.[country]) return null
  if (state !== null && !known.getStates(country)?.[state]) return null
  if (region !== null && (state === null || !known.getRegions(country, state)?.[region])) return null
  const holidays =
    state === null
      ? new Holidays(country)
      : region === null
        ? new Holidays(country, state)
        : new Holidays(country, state, region)
  return years.map((year) => [year, daysIn(holidays, year)])
}

/** Public holidays only; what lasts several days is several days, what only begins in the afternoon is none. */
function daysIn(holidays: Holidays, year: number): Holiday[] {
  const german = new Map(holidays.getHolidays(year, 'de').map((one) => [keyOf(one), one.name]))
  const days = new Map<string, Holiday>()
  for (const one of holidays.getHolidays(year, 'en')) {
    if (one.type !== 'public' || !one.date.includes(' 00:00:00')) continue
    const first = Date.parse(`${one.date.slice(0, 10)}T00:00:00Z`)
    const length = Math.max(1, Math.round((one.end.getTime() - one.start.getTime()) / dayMs))
    for (let index = 0; index < length; index++) {
      const on = new Date(first + index * dayMs).toISOString().slice(0, 10)
      const name = { en: one.name, de: german.get(keyOf(one)) ?? one.name }
      if (on.startsWith(String(year)) && !days.has(on)) days.set(on, { on, name })
    }
  }
  return [...days.values()].sort((a, b) => a.on.localeCompare(b.on))
}

function keyOf(one: HolidaysTypes.Holiday): string {
  return `${one.date} ${one.rule}`
}

function placesIn(language: string): HolidayPlace[] {
  const known = new Holidays()
  const sorted = (names: Record<string, string> | undefined) =>
    Object.entries(names ?? {})
      .map(([code, name]) => ({ code, name }))
      .sort((a, b) => a.name.localeCompare(b.name, language))
  return sorted(known.getCountries(language)).map((country) => ({
    ...country,
    states: sorted(known.getStates(country.code, language)).map((state) => ({
      ...state,
      regions: sorted(known.getRegions(country.code, state.code, language)),
    })),
  }))
}
