import { expect, test } from 'vitest'
import { cameFrom, rememberWhereFrom } from './came-from.ts'

const place = (href: string) => ({ href, pathname: href.split('?')[0] ?? '' })

test('from a ticket one goes back to the search or board it was opened from, and else to the list', () => {
  let go = (_from: string, _to: string) => {}
  rememberWhereFrom({
    subscribe: (_, listener) => {
      go = (from, to) => listener({ fromLocation: place(from), toLocation: place(to) })
    },
  })
  go('/desk/search?q=printer', '/desk/tickets/7')
  go('/desk/tickets/7', '/desk/tickets/8')
  expect(cameFrom()).toBe('/desk/search?q=printer')
  go('/desk/tickets/8', '/desk/board?team=2')
  expect(cameFrom()).toBe('/desk/search?q=printer')
  go('/desk/board?team=2', '/desk/tickets/9?tab=facts')
  expect(cameFrom()).toBe('/desk/board?team=2')
  go('/desk?view=mine', '/desk/tickets/9')
  expect(cameFrom()).toBeUndefined()
  go('/desk/search?q=a', '/desk/tickets/1')
  go('/desk/new', '/desk/tickets/10')
  expect(cameFrom()).toBeUndefined()
})
