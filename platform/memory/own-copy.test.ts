import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { ownCopy } from './own-copy.ts'

test('a word that is remembered does not hold the text it stood in', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const [texts, length] = [100, 1_000_000]
  collect()
  const before = process.memoryUsage().heapUsed
  const words: string[] = []
  for (let nth = 0; nth < texts; nth++) {
    const text = `Bandscheibenvorfall${nth} `.padEnd(length, 'and so on ')
    words.push(...(text.match(/\p{L}{13,}\d+/gu) ?? []).map(ownCopy))
  }
  collect()
  expect(words).toHaveLength(texts)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan((texts * length) / 4)
})

test.each(['', 'word', 'Bandscheibenvorfälle', 'プリンターが動きません', 'a \ud83d lone half'])(
  '%j stays what it is',
  (text) => {
    expect(ownCopy(text)).toBe(text)
  },
)
