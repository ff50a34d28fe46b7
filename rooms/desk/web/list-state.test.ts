import { expect, it, test } from 'vitest'
import type { View } from '../contract/http.ts'
import { meaningOf, parseListState, toggled, withFilter } from './list-state.ts'

const view = { filter: { status: 'active', priority: 'high' }, sort: '-priority', columns: ['team'] } as View

test.each([
  [{}, { list: 'mine' }],
  [{ list: 'waiting', junk: 1 }, { list: 'waiting' }],
  [{ list: 'nothing' }, { list: 'mine' }],
  [
    { view: 7, status: 'new', team: 3 },
    { view: 7, status: 'new', team: '3' },
  ],
])('%o', (search, state) => {
  expect(parseListState(search)).toEqual(state)
})

it('starts from the view and takes over what differs', () => {
  expect(meaningOf({ view: 1 }, view)).toMatchObject({
    filter: view.filter,
    sort: '-priority',
    columns: ['team'],
    changed: false,
  })
  expect(meaningOf({ view: 1, priority: '', tag: 'vpn' }, view)).toMatchObject({
    filter: { status: 'active', tag: 'vpn' },
    changed: true,
  })
})

it('forgets a change that is taken back', () => {
  const changed = withFilter({ view: 1 }, view, 'priority', undefined)
  expect(changed).toEqual({ view: 1, priority: '' })
  expect(withFilter(changed, view, 'priority', 'high')).toEqual({ view: 1 })
})

it('adds and removes one of several values', () => {
  expect(toggled(undefined, 'a')).toBe('a')
  expect(toggled('a,b', 'a')).toBe('b')
  expect(toggled('a', 'a')).toBeUndefined()
})
