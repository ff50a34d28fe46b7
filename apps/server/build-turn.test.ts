import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { takeBuildTurn } from './build-turn.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand turn '))
const turn = join(folder, '.building')
afterAll(() => rmSync(folder, { recursive: true }))

test('a second builder waits for the first', async () => {
  const order: string[] = []
  const end = await takeBuildTurn(folder, AbortSignal.timeout(10_000))
  const second = takeBuildTurn(folder, AbortSignal.timeout(10_000)).then((done) => {
    order.push('second')
    done()
  })
  order.push('first')
  end()
  await second
  expect(order).toEqual(['first', 'second'])
})

test.each([
  ['a process that is gone', '99999999 some boot:1'],
  ['an earlier process with a number that is taken again', `${process.pid} some boot:1`],
])('the turn of %s is over', async (_name, builder) => {
  writeFileSync(turn, builder)
  const end = await takeBuildTurn(folder, AbortSignal.timeout(10_000))
  expect(readFileSync(turn, 'utf8')).toMatch(`${process.pid} `)
  end()
})

test('whoever is told to stop waits no longer', async () => {
  const end = await takeBuildTurn(folder, AbortSignal.timeout(10_000))
  await takeBuildTurn(folder, AbortSignal.abort())
  end()
})
