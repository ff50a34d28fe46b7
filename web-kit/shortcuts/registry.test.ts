import { expect, test } from 'vitest'
import { keyName } from './registry.ts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held } as KeyboardEvent)

test.each([
  [press('j'), 'j'],
  [press('?', { shiftKey: true }), '?'],
  [press('R', { shiftKey: true }), 'shift+r'],
  [press('Enter', { ctrlKey: true }), 'mod+Enter'],
  [press('Enter', { ctrlKey: true, shiftKey: true }), 'mod+shift+Enter'],
  [press('K', { ctrlKey: true }), 'mod+k'],
])('a press is named %s', (named, expected) => {
  expect(named).toBe(expected)
})
