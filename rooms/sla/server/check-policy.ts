import type { Reader } from '../../../platform/db/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import type { PolicyContent, TeamContent } from '../contract/http.ts'
import { nothingPromised, unknownReference } from './errors.ts'

const tables = {
  serviceIds: ['service', 'catalog.service'],
  categoryIds: ['category', 'catalog.category'],
  organisationIds: ['organisation', 'people.organisation'],
  teamIds: ['team', 'people.team'],
} as const

/** Throws 422 that names the field when a policy speaks of what is not there, or promises nothing. */
export async function checkPolicy(reader: Reader, content: PolicyContent): Promise<void> {
  for (const [field, [what, table]] of Object.entries(tables)) {
    const ids = content.conditions[field as keyof typeof tables] ?? []
    if (ids.length === 0) continue
    const rows = await reader.selectFrom(table).select('id').where('id', 'in', ids).execute()
    const missing = ids.find((id) => !rows.some((row) => row.id === id))
    if (missing !== undefined)
      throw unknownReference({ what, id: missing }, { field: `body.content.conditions.${field}` })
  }
  const times = Object.values(content.goals).flatMap((goals) => Object.values(goals))
  await checkCounting(reader, content, times)
}

export async function checkCounting(
  reader: Reader,
  content: PolicyContent | TeamContent,
  times: readonly (number | null)[],
): Promise<void> {
  if (times.every((minutes) => minutes === null)) throw nothingPromised(undefined, { field: 'body.content.goals' })
  const { calendarId } = content
  if (calendarId === null) return
  const known = (await calendars.get(reader)).all.some((calendar) => calendar.id === calendarId)
  if (!known) throw unknownReference({ what: 'calendar', id: calendarId }, { field: 'body.content.calendarId' })
}
