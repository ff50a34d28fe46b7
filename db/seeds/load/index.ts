import pg from 'pg'
import type { SeedDesk, World } from '../desk.ts'
import { randomFrom } from '../random.ts'
import { emptyBatch, type Teller } from './batch.ts'
import { deriveTables } from './derive.ts'
import { withoutIndexes } from './indexes.ts'
import { type Ids, loadAdministrator, loadPassword, loadPeople } from './people.ts'
import { type Scale, scaleFor, wordSource } from './scale.ts'
import { addTicket } from './tickets.ts'

const bigTables = ['ticket.ticket', 'ticket.watcher', 'conversation.message', 'resolution.resolution', 'platform.fact']
const batchSize = 4000

export const load: World = {
  load: (desk, options, say) => loadMany(desk, options.tickets ?? 100_000, options.base ?? new Date(), say),
  isLoaded: async (db) =>
    (await db
      .selectFrom('people.personAddress')
      .select('id')
      .where('email', '=', loadAdministrator.email)
      .executeTakeFirst()) !== undefined,
  accounts: [{ ...loadAdministrator, password: loadPassword, role: 'administrator' }],
}

/** A desk with a past of three years. Constraints hold all the time; only secondary indexes are away while rows pour in. */
async function loadMany(
  { assembly, pool }: SeedDesk,
  tickets: number,
  base: Date,
  say: (line: string) => void,
): Promise<void> {
  const scale = scaleFor(tickets, base)
  const started = performance.now()
  const tell = (line: string) => say(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`)
  // COPY keeps a connection to itself, which those of the pool do not allow.
  const client = new pg.Client({ ...pool.options, pipeline: false })
  await client.connect()
  try {
    const ids = await inTransaction(client, () => loadPeople(client, randomFrom(11), scale))
    tell(`${scale.requesters + scale.technicians + 1} people in ${scale.teams} teams`)
    await withoutIndexes(pool, bigTables, () => loadTickets(pool, client, scale, ids, tell))
    tell('indexes built')
    await deriveTables(assembly.db, client, tell)
  } finally {
    await client.end()
  }
}

/** One batch is sent while the next is made; on two cores that halves the time. */
async function loadTickets(
  pool: pg.Pool,
  client: pg.ClientBase,
  scale: Scale,
  ids: Ids,
  tell: (line: string) => void,
): Promise<void> {
  const random = randomFrom(42)
  const teller: Teller = {
    random,
    word: wordSource(random, scale),
    scale,
    ids,
    people: await peopleOf(client),
    next: await nextIds(client),
  }
  let sending: Promise<void> = Promise.resolve()
  for (let done = 0; done < scale.tickets; done += batchSize) {
    const batch = emptyBatch()
    for (let index = done; index < Math.min(done + batchSize, scale.tickets); index++)
      addTicket(batch, teller, index / scale.tickets)
    await sending
    sending = inTransaction(client, async () => {
      for (const rows of Object.values(batch)) await rows.send(client)
    })
    // Lets the sending begin before the next batch is made.
    await new Promise(setImmediate)
    if ((done / batchSize) % 25 === 24) tell(`${done + batchSize} tickets`)
  }
  await sending
  await setSequences(pool)
  tell(`${scale.tickets} tickets with ${teller.next.message - 1} messages`)
}

async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function peopleOf(client: pg.ClientBase): Promise<Teller['people']> {
  const { rows } = await client.query<{ id: number; name: string; organisation_id: number | null }>(
    'select id, name, organisation_id from people.person',
  )
  const people = new Map(rows.map((row) => [row.id, row]))
  return { name: (id) => people.get(id)?.name ?? '', organisation: (id) => people.get(id)?.organisation_id ?? null }
}

async function nextIds(client: pg.ClientBase): Promise<Teller['next']> {
  const { rows } = await client.query<Teller['next']>(`
    select coalesce((select max(number) from ticket.ticket), 1000) + 1 as ticket,
      coalesce((select max(id) from conversation.message), 0) + 1 as message,
      coalesce((select max(id) from resolution.resolution), 0) + 1 as resolution`)
  const [next] = rows
  if (!next) throw new Error('no answer')
  return next
}

async function setSequences(pool: pg.Pool): Promise<void> {
  for (const [table, column] of [
    ['ticket.ticket', 'number'],
    ['conversation.message', 'id'],
    ['resolution.resolution', 'id'],
  ])
    await pool.query(
      `select setval(pg_get_serial_sequence('${table}', '${column}'), (select max(${column}) from ${table}))`,
    )
}
