import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { randomFrom } from '../../../db/seeds/random.ts'
import { makeCx, systemActor } from '../../../platform/cx.ts'
import { gatherHearers } from '../../../platform/facts/hearers.ts'
import { publishNowhere } from '../../../platform/live/publish.ts'
import { openLog } from '../../../platform/log/index.ts'
import { bothClocks, clocksFromFacts, differences, livedDesk, liveMany } from '../testkit/index.ts'
import { changePolicy, listPolicies } from './manage-policies.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-20T08:00:00Z' })
})
afterAll(() => desk.stop())

/** `node bench/recompute-clocks.ts` does the same with 100,000. */
test('what is kept of clocks is what follows from the facts', async () => {
  const ground = {
    db: desk.db,
    clock: desk.clock,
    log: openLog('silent'),
    listeners: gatherHearers([]),
    publishLive: publishNowhere,
  }
  const lived = await livedDesk(ground)
  const lives = { ...lived, count: 150, steps: 25, share: 0.3, random: randomFrom(7) }
  const numbers = await liveMany(ground, lives)
  const { stored, computed } = await bothClocks(desk.db, numbers, desk.clock.now())
  expect(stored.length).toBeGreaterThan(300)
  expect(differences(stored, computed)).toEqual([])
  expect(differences(stored, await clocksFromFacts(desk.db, numbers, desk.clock.now()))).toEqual([])
  // Every way a clock can stand comes up, or this would prove little.
  expect(new Set(stored.map((row) => row.state))).toEqual(new Set(['running', 'paused', 'met', 'late', 'stopped']))

  // Promises change while tickets run by them.
  const cx = makeCx(ground, systemActor)
  const between = async (step: number) => {
    if (step % 5 !== 0) return
    const [policy] = await listPolicies(desk.db)
    if (!policy) return
    const { id, name, active, content } = policy
    await changePolicy(cx, id, { name, active, content: { ...content, warnAt: [10 + step] }, applyTo: 'new' })
  }
  const others = await liveMany(ground, { ...lives, count: 80, random: randomFrom(8), between })
  const both = await bothClocks(desk.db, others, desk.clock.now())
  expect(new Set(both.stored.map((row) => row.version)).size).toBeGreaterThan(5)
  expect(differences(both.stored, both.computed)).toEqual([])
  await desk.drain()
})
