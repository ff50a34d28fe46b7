import { expect, test } from 'vitest'
import { hoursWords, intervalsOf } from './hours-words.ts'

test.each([
  ['', ''],
  ['8-17', '08:00–17:00'],
  ['08:00–12:00, 13:00–17:30', '08:00–12:00, 13:00–17:30'],
  ['8.30 bis 12 und 13-17', '08:30–12:00, 13:00–17:00'],
  ['22-6', '22:00–06:00'],
  ['0-24', '00:00–24:00'],
])('%s is %s', (text, words) => {
  const intervals = intervalsOf(text)
  expect(intervals && hoursWords(intervals)).toBe(words)
})

test.each(['8', '8-25', '24-8', '8:70-9', 'all day'])('%s is not understood', (text) => {
  expect(intervalsOf(text)).toBeUndefined()
})
