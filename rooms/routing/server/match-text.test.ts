import { expect, test } from 'vitest'
import { finder, patternFinder, plain } from './match-text.ts'

test.each([
  ['VPN', 'the vpn is down', true],
  ['VPN', 'the vpnclient is down', false],
  ['vpn*', 'the vpnclient is down', true],
  ['druck*', 'Drucker im Büro', true],
  ['buro', 'Drucker im Büro', true],
  ['Straße', 'in der Strasse', true],
  ['no signal', 'it says  No\nSignal again', true],
  ['no signal', 'no big signal', false],
  ['C++', 'my c++ compiler', true],
  ['c', 'my c++ compiler', true],
  ['', 'anything', false],
])('"%s" in "%s": %s', (words, text, found) => {
  expect(finder(words)(plain(text))).toBe(found)
})

test.each([
  ['PC-####', 'my pc-0042 hums', true],
  ['PC-####', 'my pc-00421 hums', false],
  ['PC-####', 'xpc-0042', false],
  ['inc*', 'see INC0012345 please', true],
  ['*@corp.example', 'from ana@corp.example', true],
  ['a*c', 'a b c', false],
  ['a?c', 'it is abc here', true],
  ['*', 'x', true],
])('pattern "%s" in "%s": %s', (pattern, text, found) => {
  expect(patternFinder(pattern)(plain(text))).toBe(found)
})

test('what makes a backtracking matcher hang takes its length and no more', () => {
  const evil = patternFinder('a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b')
  const started = performance.now()
  expect(evil('a'.repeat(20_000))).toBe(false)
  expect(performance.now() - started).toBeLessThan(5000)
})
