import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { assemble } from '../apps/server/assemble.ts'
import { rooms } from '../apps/server/compose.ts'
import { openDatabase, prepareDatabase } from '../apps/server/database.ts'
import { randomFrom } from '../db/seeds/random.ts'
import { ringPast } from '../platform/alarms/index.ts'
import { settableClock } from '../platform/clock/index.ts'
import { type Ground, makeCx, systemActor } from '../platform/cx.ts'
import { gatherHearers } from '../platform/facts/hearers.ts'
import { openLog } from '../platform/log/index.ts'
import { noteReply } from '../rooms/sla/server/index.ts'
import { bothClocks } from '../rooms/sla/testkit/index.ts'
import { priorities } from '../rooms/ticket/contract/shapes.ts'
import { changeStatus, openTicket, setAssignment, setPriority, unsafeTicket } from '../rooms/ticket/server/index.ts'

// Makes tickets, lets much happen to them and time pass, and looks whether what is kept of their clocks is what follows from
// the facts. `node bench/recompute-clocks.ts --tickets 100000 [--seed 1]`
const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    /** What happens to a ticket on average. */
    acts: { type: 'string', default: '4' },
  },
})
const tickets = Number(values.tickets)
const acts = tickets * Number(values.acts)
const atATime = 500
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

try {
  await prepareDatabase(database)
  const clock = settableClock('2026-01-05T08:00:00Z')
  const {
    ground: whole,
    hearers,
    alarms,
    db,
  } = assemble(rooms, { pool: database.pool, clock, log, publishLive: () => {} })
  // What is heard later has nothing to do with clocks.
  const ground: Ground = {
    ...whole,
    listeners: gatherHearers(hearers.all.filter((hearer) => hearer.when === 'inline')),
  }
  const { personId, teamIds } = await people()
  const numbers: number[] = []
  let happened = 0
  const started = performance.now()
  while (numbers.length < tickets || happened < acts) {
    clock.advance(random.below(90) * 60_000)
    await makeCx(ground, systemActor).tx(async (tx) => {
      const now = tx.now
      await ringPast(
        tx,
        alarms.filter((alarm) => alarm.table === 'sla.clock'),
        now,
        (at) => Object.assign(tx, { now: at }),
      )
      Object.assign(tx, { now })
      for (let nth = 0; nth < atATime; nth++) {
        if (numbers.length < tickets && (numbers.length === 0 || random.next() < 1 / (1 + Number(values.acts)))) {
          const [impact, urgency] = [1 + random.below(3), 1 + random.below(3)]
          const fresh = {
            subject: 'Printer jams',
            channel: 'portal' as const,
            requesterId: personId,
            reporterId: personId,
          }
          numbers.push(
            (await openTicket(tx, { ...fresh, impact, urgency, firstWords: { text: 'It jams.', files: [] } })).number,
          )
        } else {
          await act(tx, random.pick(numbers))
          happened++
        }
      }
    })
    if (numbers.length % 1000 < 100)
      say(`${numbers.length} tickets, ${happened} acts, ${((performance.now() - started) / 1000).toFixed(0)} s`)
  }

  let clocks = 0
  let different = 0
  for (let from = 0; from < numbers.length; from += atATime) {
    const { stored, computed } = await bothClocks(db, numbers.slice(from, from + atATime), clock.now())
    clocks += stored.length
    const [are, should] = [stored, computed].map((rows) => new Map(rows.map((row) => [row.key, JSON.stringify(row)])))
    for (const key of new Set([...(are?.keys() ?? []), ...(should?.keys() ?? [])])) {
      if (are?.get(key) === should?.get(key)) continue
      if (different++ < 20) console.error(`DIFFERENT kept ${are?.get(key)}\n      computed ${should?.get(key)}`)
    }
  }
  console.log(
    `${numbers.length} tickets, ${happened} things that happened to them, ${clocks} clocks: ${different} differ`,
  )
  process.exitCode = different === 0 ? 0 : 1

  async function people() {
    const at = { createdAt: clock.now(), updatedAt: clock.now() }
    const { id: personId } = await db
      .insertInto('people.person')
      .values({ name: 'Ana', roleId: sql`(select min(id) from people.role)`, ...at } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    const teams = await db
      .insertInto('people.team')
      .values(['North', 'South'].map((name) => ({ name, ...at })) as never)
      .returning('id')
      .execute()
    return { personId, teamIds: teams.map((team) => team.id) }
  }

  async function act(tx: Parameters<typeof openTicket>[0], number: number): Promise<void> {
    const ticket = await unsafeTicket(tx, number)
    if (!ticket) return
    const what = random.below(10)
    if (what < 4) {
      const to = random.pick(['open', 'in_progress', 'waiting_requester', 'waiting_vendor', 'resolved'] as const)
      const door = to === 'resolved' || ticket.status === 'resolved' ? 'resolution' : 'status'
      await changeStatus(tx, ticket, to, door).catch(() => undefined)
    } else if (what < 6) await setPriority(tx, ticket, random.pick(priorities))
    else if (what < 8) await setAssignment(tx, ticket, { teamId: random.pick(teamIds) })
    else await noteReply(tx, number, { messageId: 1, factId: await lastFact(tx), at: tx.now })
  }

  /** In place of the fact of a message, which is all that the clocks know of one. */
  async function lastFact(tx: Parameters<typeof openTicket>[0]): Promise<number> {
    const row = await tx
      .insertInto('platform.fact')
      .values({
        name: 'conversation.message_added',
        subjectKind: 'ticket',
        subjectId: 0,
        at: tx.now,
        actorKind: 'system',
        actorName: 'Deskhand',
        data: '{}',
      } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  }
} finally {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}

function say(line: string): void {
  console.log(line)
}
