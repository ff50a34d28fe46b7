import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { assemble } from '../apps/server/assemble.ts'
import { rooms } from '../apps/server/compose.ts'
import { openDatabase, prepareDatabase } from '../apps/server/database.ts'
import { randomFrom } from '../db/seeds/random.ts'
import { settableClock } from '../platform/clock/index.ts'
import { makeCx, systemActor } from '../platform/cx.ts'
import { gatherHearers } from '../platform/facts/hearers.ts'
import { openLog } from '../platform/log/index.ts'
import { changePolicy, listPolicies } from '../rooms/sla/server/index.ts'
import { bothClocks, clocksFromFacts, differences, livedDesk, liveMany } from '../rooms/sla/testkit/index.ts'

// Makes tickets, lets much happen to them and time pass, and looks whether what is kept of their clocks is what follows from
// the facts. `node bench/recompute-clocks.ts --tickets 100000 [--seed 1]`
const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    batch: { type: 'string', default: '2000' },
    /** How often time moves on for each batch, and the share of its tickets to which something happens then. */
    steps: { type: 'string', default: '20' },
    share: { type: 'string', default: '0.25' },
  },
})
const tickets = Number(values.tickets)
const steps = Number(values.steps)
const random = randomFrom(Number(values.seed))
const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-clocks-'))
const log = openLog('silent')
const database = await openDatabase({
  databaseUrl: undefined,
  dataDir,
  poolSize: 4,
  log,
  command: 'clocks',
  share: false,
})
const started = performance.now()
const seconds = () => ((performance.now() - started) / 1000).toFixed(0)
const total = { tickets: 0, clocks: 0, different: 0, byFactsAlone: 0 }

try {
  await prepareDatabase(database)
  const clock = settableClock('2026-01-05T08:00:00Z')
  const assembly = assemble(rooms, { pool: database.pool, clock, log, publishLive: () => {} })
  // What other rooms make of it has nothing to do with clocks.
  const ground = { ...assembly.ground, clock, listeners: gatherHearers([]) }
  const lived = await livedDesk(ground)
  for (let batch = 0; total.tickets < tickets; batch++) {
    const count = Math.min(Number(values.batch), tickets - total.tickets)
    // In every fourth the promises change while tickets run by them; those cannot be told from the facts alone.
    const changing = batch % 4 === 3
    const between = async (step: number) => {
      if (changing && step % 4 === 0) await changePromises(step)
    }
    const lives = { ...lived, count, steps, share: Number(values.share), random, between }
    const numbers = await liveMany(ground, lives)
    await compare(numbers, changing)
    total.tickets += numbers.length
    if (batch % 5 === 4)
      console.log(`${total.tickets} tickets, ${total.clocks} clocks, ${total.different} differ, ${seconds()} s`)
  }
  const { rows } = await database.pool.query<{ facts: string; told: string; states: string }>(`select count(*) as facts,
    count(*) filter (where name like 'sla.%') as told,
    (select string_agg(state || ' ' || count, ', ' order by state) from
      (select state, count(*) from sla.clock group by state) s) as states
    from platform.fact where subject_kind = 'ticket'`)
  console.log(
    `${total.tickets} tickets with ${rows[0]?.facts} facts (${rows[0]?.told} told by clocks), ${total.clocks} clocks (${rows[0]?.states}): ` +
      `${total.different} differ from what follows; of ${total.byFactsAlone} that follow from the facts alone none may. ${seconds()} s`,
  )
  process.exitCode = total.different === 0 ? 0 : 1

  async function compare(numbers: readonly number[], changing: boolean): Promise<void> {
    for (let from = 0; from < numbers.length; from += 500) {
      const some = numbers.slice(from, from + 500)
      const { stored, computed } = await bothClocks(assembly.db, some, clock.now())
      total.clocks += stored.length
      report(differences(stored, computed))
      if (changing) continue
      total.byFactsAlone += stored.length
      report(differences(stored, await clocksFromFacts(assembly.db, some, clock.now())))
    }
  }

  async function changePromises(step: number): Promise<void> {
    const all = await listPolicies(assembly.db)
    const policy = all[step % all.length]
    if (!policy) return
    const { id, name, active, content } = policy
    const warnAt = [10 + random.below(40), 60 + random.below(35)]
    await changePolicy(makeCx(ground, systemActor), id, { name, active, content: { ...content, warnAt } })
  }
} finally {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}

function report(found: readonly string[]): void {
  for (const one of found.slice(0, Math.max(0, 20 - total.different))) console.error(`DIFFERENT\n${one}`)
  total.different += found.length
}
