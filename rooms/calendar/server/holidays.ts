import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Cx } from '../../../platform/cx.ts'
import { cron } from '../../../platform/jobs/index.ts'
import type { HolidayPlace, Place } from '../contract/http.ts'
import { calendars } from './calendars.ts'
import { badPlace } from './errors.ts'
import type { HolidayAnswer, HolidayQuestion } from './holiday-worker.ts'
import type { Holiday } from './tables.ts'

/** Years before and after this one that are kept: enough to try policies on the past and to promise in the future. */
const [yearsBack, yearsAhead] = [2, 4]

export const placeKey = ({ country, state, region }: Place): string =>
  [country, state, region].filter((part) => part !== null).join('|')

/** In a thread of its own, which ends with its answer: the rules of all countries are 40 MB that nobody needs again. */
async function ask(question: HolidayQuestion): Promise<HolidayAnswer> {
  const worker = new Worker(new URL('./holiday-worker.ts', import.meta.url), { workerData: question })
  try {
    const [answer] = await once(worker, 'message')
    return answer
  } finally {
    await worker.terminate()
  }
}

/** Makes sure that the holidays of a place are stored for the years around now. Throws when the place is not known. */
export async function ensureHolidays(cx: Cx, place: Place): Promise<void> {
  const key = placeKey(place)
  const year = cx.now.getUTCFullYear()
  const wanted = Array.from({ length: yearsBack + yearsAhead + 1 }, (_, index) => year - yearsBack + index)
  const rows = await cx.db.selectFrom('calendar.holidays').select('year').where('place', '=', key).execute()
  const there = new Set(rows.map((row) => row.year))
  const years = wanted.filter((each) => !there.has(each))
  if (years.length === 0) return
  const answer = (await ask({ ask: 'days', place, years })) as [number, Holiday[]][] | null
  if (!answer) throw badPlace(undefined, { field: 'body.content.place' })
  await cx.tx(async (tx) => {
    await tx
      .insertInto('calendar.holidays')
      .values(answer.map(([each, days]) => ({ place: key, year: each, days: JSON.stringify(days) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await calendars.forget(tx)
  })
}

/** A year further each year. */
export const extendHolidays = cron('extend holidays', '23 3 * * *', async (cx) => {
  for (const { content } of (await calendars.get(cx.db)).all) if (content.place) await ensureHolidays(cx, content.place)
})

const places = new Map<string, Promise<HolidayPlace[]>>()

export async function holidayPlaces(language: string): Promise<HolidayPlace[]> {
  const spoken = language === 'de' ? 'de' : 'en'
  const known = places.get(spoken) ?? (ask({ ask: 'places', language: spoken }) as Promise<HolidayPlace[]>)
  places.set(spoken, known)
  return known.catch((error) => {
    places.delete(spoken)
    throw error
  })
}
