import { expect, test } from 'vitest'
import { minutesOf, wordsOf } from './time-words.ts'

test.each([
  ['', null],
  ['45', 45],
  ['30 min', 30],
  ['30min', 30],
  ['4h', 240],
  ['4 h 30 min', 270],
  ['1,5 h', 90],
  ['1.5 hours', 90],
  ['2 Std. 15 Min.', 135],
  ['soon', undefined],
  ['0', undefined],
  ['999999 h', undefined],
])('%s is understood as minutes', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes)
})

test('what is shown is understood', () => {
  for (const minutes of [null, 1, 59, 60, 61, 540, 2700]) expect(minutesOf(wordsOf(minutes))).toBe(minutes)
})
