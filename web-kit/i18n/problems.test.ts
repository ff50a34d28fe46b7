import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ApiProblem } from '../api/problem.ts'
import { problemWords } from '../ui/problem-words.ts'
import { registerProblems, setLanguage } from './i18n.ts'

const root = resolve(import.meta.dirname, '../..')
const sources = globSync('{rooms/*/server,platform/*}/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(resolve(root, file), 'utf8'))
  .join('\n')
const files = globSync('rooms/*/web/locales/problems.*.json', { cwd: root })

test.each(files)('%s speaks of problems that there are', (file) => {
  const words = JSON.parse(readFileSync(resolve(root, file), 'utf8')) as Record<string, Record<string, string>>
  const codes = Object.entries(words).flatMap(([first, rest]) => Object.keys(rest).map((last) => `${first}.${last}`))
  expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([])
})

test('every reason of an ability that the program gives has words in German', () => {
  const said = new Set(
    files.flatMap((file) => {
      const words = JSON.parse(readFileSync(resolve(root, file), 'utf8')) as Record<string, Record<string, string>>
      return Object.entries(words).flatMap(([first, rest]) => Object.keys(rest).map((last) => `${first}.${last}`))
    }),
  )
  const given = [...sources.matchAll(/\bno\(\s*'([a-z]+\.[a-z_]+)'/g)].map((match) => match[1] ?? '')
  expect(given.length).toBeGreaterThan(10)
  expect(given.filter((code) => !said.has(code))).toEqual([])
})

test('a refusal is said in the language of the reader, else in the words of the server', async () => {
  registerProblems('de', { test: { taken: 'Das gibt es schon.' } })
  const taken = new ApiProblem(409, { code: 'test.taken', title: 'Conflict', detail: 'It is taken.' })
  const odd = new ApiProblem(409, { code: 'test.odd', title: 'Conflict', detail: 'It is odd.' })
  expect(problemWords(taken).detail).toBe('It is taken.')
  await setLanguage('de', { remember: false })
  expect(problemWords(taken)).toEqual({ title: 'Das war nicht möglich', detail: 'Das gibt es schon.' })
  expect(problemWords(odd).detail).toBe('It is odd.')
  await setLanguage('en', { remember: false })
})
