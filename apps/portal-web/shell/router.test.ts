import { expect, test } from 'vitest'
import { matchPath } from './router.ts'

test.each([
  ['/', '/', {}],
  ['/tickets', '/tickets', {}],
  ['/tickets/:number', '/tickets/1042', { number: '1042' }],
  ['/r/:token', '/r/a%20b', { token: 'a b' }],
  ['/tickets/:number', '/tickets', undefined],
  ['/tickets/:number', '/tickets/', undefined],
  ['/tickets/:number', '/tickets/1/2', undefined],
  ['/ask', '/asks', undefined],
])('%s against %s', (pattern, path, values) => {
  expect(matchPath(pattern, path)).toEqual(values)
})
