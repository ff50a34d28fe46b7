import { expect, it } from 'vitest'
import { rooms } from '../../../../apps/server/compose.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }

const permissions = rooms.flatMap((room) => room.permissions ?? []).map(({ name }) => name)

it.each([
  ['English', en],
  ['German', de],
])('every permission is said in %s, under the name of its room', (_language, words) => {
  const said: Record<string, Record<string, string>> = words.permission
  const headings: Record<string, string> = words.room
  const missing = permissions.filter((name) => {
    const [room = '', verb = ''] = name.split('.')
    return !said[room]?.[verb] || !headings[room]
  })
  expect(missing).toEqual([])
})
