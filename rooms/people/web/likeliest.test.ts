import { expect, test } from 'vitest'
import { likeliest } from './likeliest.ts'

const people = [{ email: 'joann@harbour.example' }, { email: 'ann@harbour.example' }, { email: null }]

test('a name means the first who was found, and nobody when nobody was', () => {
  expect(likeliest(people, 'ann', false)).toBe(0)
  expect(likeliest([], 'zoe', false)).toBe(-1)
})

test('an address means whoever has it, and never somebody whose address is only alike', () => {
  expect(likeliest(people, 'Ann@harbour.example', true)).toBe(1)
  expect(likeliest(people, 'nn@harbour.example', true)).toBe(3)
  expect(likeliest([], 'new@harbour.example', true)).toBe(0)
})
