import { expect, test } from 'vitest'
import { placeIn, stepFrom, stretch } from './list-place.ts'

const numbers = [50, 40, 30, 20]
const at = (number: number, index: number) => ({ list: 'mine', number, index })

test('one begins at the top, goes down and up, and stops at the ends', () => {
  expect(placeIn(numbers, undefined)).toBe(-1)
  expect(stepFrom(numbers, undefined, 1)).toBe(0)
  expect(stepFrom(numbers, at(40, 1), 1)).toBe(2)
  expect(stepFrom(numbers, at(40, 1), -1)).toBe(0)
  expect(stepFrom(numbers, at(20, 3), 1)).toBe(3)
  expect(stepFrom(numbers, at(50, 0), -1)).toBe(0)
})

test('one stays on a ticket that the list has moved', () => {
  expect(placeIn([30, 50, 40, 20], at(30, 2))).toBe(0)
  expect(stepFrom([30, 50, 40, 20], at(30, 2), 1)).toBe(1)
})

test('from a ticket that has left the list one goes on with what was below or above it', () => {
  const left = [50, 40, 20]
  expect(placeIn(left, at(30, 2))).toBe(-1)
  expect(left[stepFrom(left, at(30, 2), 1)]).toBe(20)
  expect(left[stepFrom(left, at(30, 2), -1)]).toBe(40)
  expect(stepFrom([50, 40, 30], at(20, 3), 1)).toBe(2)
})

test('a stretch has both ends, whichever was picked first; of one whose end has left only the other is left', () => {
  expect(stretch(numbers, 40, 20)).toEqual([40, 30, 20])
  expect(stretch(numbers, 20, 40)).toEqual([40, 30, 20])
  expect(stretch(numbers, 99, 20)).toEqual([20])
})
