import { afterAll, expect, it, test } from 'vitest'
import { registerProblems, setLanguage } from '../../../web-kit/i18n/i18n.ts'
import { searchProblems } from '../contract/http.ts'
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }
import { remarkWords } from './remark-words.ts'

registerProblems('de', problemsInGerman)
const params = { field: 'is', values: 'open, closed' }
const detail = 'After "is:" comes one of open, closed.'
afterAll(() => setLanguage('en', { remember: false }))

it('is what the server says for who reads English', async () => {
  await setLanguage('en', { remember: false })
  expect(remarkWords({ term: 'is:blue', code: 'desk.search_one_of', params, detail })).toBe(detail)
})

test.each(searchProblems)('%s has words in German', async (code) => {
  await setLanguage('de', { remember: false })
  const words = remarkWords({ term: 'is:blue', code, params, detail })
  expect(words).not.toBe(detail)
  expect(words).not.toContain('{{')
})

it('names the field and what may stand there', async () => {
  await setLanguage('de', { remember: false })
  const words = remarkWords({ term: 'is:blue', code: 'desk.search_one_of', params, detail })
  expect(words).toBe('Hinter „is:“ steht eins von: open, closed.')
})
