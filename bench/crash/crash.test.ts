import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crashRounds } from './crash-rounds.ts'

// The whole of it, twenty rounds, is `npm run crash-test`. It kills a process tree, which it finds in /proc.
const able = process.platform === 'linux' && !process.env.DATABASE_URL
let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'deskhand crash '))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

test.runIf(able)('what was promised before a crash is there afterwards, once', { timeout: 240_000 }, async () => {
  const { faults, mails, tickets, replies } = await crashRounds({ dataDir, rounds: 2, betweenMs: [0, 500] })
  expect(faults).toEqual([])
  expect(Math.min(mails, tickets, replies)).toBeGreaterThan(0)
})
