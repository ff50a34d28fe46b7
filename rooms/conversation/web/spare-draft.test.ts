import { expect, test } from 'vitest'
import { spareDraft } from './spare-draft.ts'

function shelf() {
  const kept = new Map<string, string>()
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
}

test('what the server could not keep is read again, by its author, for its ticket and kind only', () => {
  const own = shelf()
  spareDraft(7, 1042, 'reply', own).put({ html: '<p>Half a sentence</p>' })
  expect(spareDraft(7, 1042, 'reply', own).read()).toEqual({ html: '<p>Half a sentence</p>' })
  expect(spareDraft(8, 1042, 'reply', own).read()).toBeUndefined()
  expect(spareDraft(7, 1043, 'reply', own).read()).toBeUndefined()
  expect(spareDraft(7, 1042, 'note', own).read()).toBeUndefined()
  spareDraft(7, 1042, 'reply', own).drop()
  expect(spareDraft(7, 1042, 'reply', own).read()).toBeUndefined()
})

test('a browser that stores nothing, or something else, is no reason to fail', () => {
  const refuses = () => {
    throw new DOMException('denied')
  }
  const refused = spareDraft(7, 1042, 'reply', refuses)
  expect(refused.put({ html: '' })).toBeUndefined()
  expect(refused.read()).toBeUndefined()
  expect(refused.drop()).toBeUndefined()
  const odd = shelf()
  odd().setItem('draft 7 1042 reply', '{"html":')
  expect(spareDraft(7, 1042, 'reply', odd).read()).toBeUndefined()
})
