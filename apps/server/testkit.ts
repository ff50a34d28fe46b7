import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import type { BuiltInRole } from '../../platform/access/permission.ts'
import { nextMoment, ringDue } from '../../platform/alarms/ring-due.ts'
import { type SettableClock, settableClock } from '../../platform/clock/index.ts'
import { type Cx, makeCx, systemActor } from '../../platform/cx.ts'
import { type Db, openPool } from '../../platform/db/index.ts'
import { setBlobStore } from '../../platform/files/index.ts'
import { openDiskStore } from '../../platform/files/store.ts'
import { drainJobs } from '../../platform/jobs/runner.ts'
import { publishNowhere } from '../../platform/live/publish.ts'
import { openLog } from '../../platform/log/index.ts'
import { loadDeskSettings } from '../../platform/settings/index.ts'
import { cloneDatabase } from '../../platform/testkit/database.ts'
import { dnsTable } from '../../rooms/intake/testkit/index.ts'
import { aPerson, keyOf, type MadePerson, type SomePerson, sessionOf } from '../../rooms/people/testkit/index.ts'
import { type Assembly, assemble, buildWeb } from './assemble.ts'
import { rooms } from './compose.ts'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | number | undefined>
  // Tests look into answers freely; what they find there is asserted.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
  text: string
  /** What is not text: each character is one byte. */
  binary: string
}

export interface Ask {
  headers?: Record<string, string>
  /** For DELETE, which takes one now and then. */
  body?: unknown
}

/** Speaks to the desk over HTTP as somebody. */
export interface Speaker {
  get(url: string, ask?: Ask): Promise<Answer>
  post(url: string, body?: unknown, ask?: Ask): Promise<Answer>
  put(url: string, body?: unknown, ask?: Ask): Promise<Answer>
  patch(url: string, body?: unknown, ask?: Ask): Promise<Answer>
  delete(url: string, ask?: Ask): Promise<Answer>
}

/** Somebody who is signed in. */
export type Persona = Speaker & MadePerson

export interface TestDesk {
  assembly: Assembly
  db: Db
  pool: pg.Pool
  clock: SettableClock
  /** A context of the program itself, for calling commands directly. */
  cx(): Cx
  /** Somebody with this role, signed in with a session; the same person again when the address is known. */
  as(role: BuiltInRole, who?: SomePerson): Promise<Persona>
  /** A program with an API key of this role. */
  asKey(role: BuiltInRole): Promise<Speaker>
  /** A stranger. */
  anonymous: Speaker
  /** Somebody who sends these headers with every request. */
  speaker(headers: Record<string, string>): Speaker
  /** Handles every alarm and runs every job that is due by the clock. Throws when one fails. */
  drain(): Promise<void>
  /** Lets time pass: sets the clock to each moment at which an alarm or a job is due, drains, and ends at the given one. */
  passUntil(at: string | Date): Promise<void>
  stop(): Promise<void>
}

/** The whole program on a database of its own, without sockets: requests are injected, jobs run when drained. */
export async function startDesk(options: { now?: string } = {}): Promise<TestDesk> {
  const database = await cloneDatabase()
  const files = await mkdtemp(join(tmpdir(), 'deskhand-files-'))
  setBlobStore(openDiskStore(files))
  // No name server is ever asked; a test that needs answers gives a table of its own.
  dnsTable({})
  const pool = openPool(database.connection, 10)
  const clock = settableClock(options.now ?? new Date())
  const assembly = assemble(rooms, {
    pool,
    clock,
    log: openLog(process.env.LOG_LEVEL ?? 'silent'),
    publishLive: publishNowhere,
  })
  await loadDeskSettings(assembly.db)
  // What was remembered is of another test's database.
  for (const room of rooms) for (const memory of room.memories ?? []) memory.drop()
  const web = await buildWeb(assembly, { https: false, uploadLimit: 50 * 1024 * 1024, trustProxy: false })

  async function send(method: string, url: string, headers: Record<string, string>, body?: unknown): Promise<Answer> {
    const answer = await web.inject({
      method: method as 'GET',
      url,
      headers,
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const json = /json/.test(String(answer.headers['content-type']))
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: json && answer.payload !== '' ? answer.json() : undefined,
      text: answer.payload,
      binary: answer.rawPayload.toString('latin1'),
    }
  }

  const cx = () => makeCx(assembly.ground, systemActor)
  const speaker = (headers: Record<string, string>): Speaker => ({
    get: (url, ask) => send('GET', url, { ...headers, ...ask?.headers }),
    post: (url, body, ask) => send('POST', url, { ...headers, ...ask?.headers }, body),
    put: (url, body, ask) => send('PUT', url, { ...headers, ...ask?.headers }, body),
    patch: (url, body, ask) => send('PATCH', url, { ...headers, ...ask?.headers }, body),
    delete: (url, ask) => send('DELETE', url, { ...headers, ...ask?.headers }, ask?.body),
  })

  return {
    assembly,
    db: assembly.db,
    pool,
    clock,
    cx,
    speaker,
    anonymous: speaker({}),
    async as(role, who = {}) {
      const person = await aPerson(cx(), { ...who, role })
      return { ...speaker(await sessionOf(cx(), person.id)), ...person }
    },
    asKey: async (role) => speaker(await keyOf(cx(), role)),
    drain: () => drain(assembly, pool, clock),
    passUntil: (at) => passUntil(assembly, pool, clock, new Date(at)),
    async stop() {
      await web.close()
      await pool.end()
      await database.drop()
      await rm(files, { recursive: true, force: true })
    },
  }
}

/** Alarms may add jobs, and jobs may write moments that are due: both in turn until nothing is left. */
async function drain(assembly: Assembly, pool: pg.Pool, clock: SettableClock): Promise<void> {
  do {
    await ringAll(assembly)
    if (await hasDueJobs(assembly.db, clock.now())) await drainQueue(assembly, pool, clock.now())
  } while (await isAlarmDue(assembly, clock.now()))
}

async function ringAll(assembly: Assembly): Promise<void> {
  for (const alarm of assembly.alarms) while ((await ringDue(assembly.ground, alarm)).handled > 0);
  const failed = await assembly.db.selectFrom('platform.alarmFailure').select(['alarm', 'key', 'error']).execute()
  if (failed.length > 0)
    throw new Error(failed.map((row) => `alarm "${row.alarm}" ${row.key}: ${row.error}`).join('\n'))
}

async function isAlarmDue(assembly: Assembly, now: Date): Promise<boolean> {
  const next = await nextMoment(assembly.db, assembly.alarms)
  return next !== undefined && next <= now
}

async function passUntil(assembly: Assembly, pool: pg.Pool, clock: SettableClock, end: Date): Promise<void> {
  await drain(assembly, pool, clock)
  for (;;) {
    const moments = [await nextMoment(assembly.db, assembly.alarms), await nextJob(assembly.db)]
    const next = Math.min(...moments.map((moment) => moment?.getTime() ?? Number.POSITIVE_INFINITY))
    if (next > end.getTime()) break
    clock.set(new Date(Math.max(next, clock.now().getTime())))
    await drain(assembly, pool, clock)
  }
  clock.set(end)
}

async function nextJob(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(run_at) as at from graphile_worker._private_jobs where attempts < max_attempts`.execute(db)
  return rows[0]?.at ?? null
}

async function hasDueJobs(db: Db, now: Date): Promise<boolean> {
  const next = await nextJob(db)
  return next !== null && next <= now
}

const parkedFor = '1000 years'

/** The queue goes by the server's time; jobs the test's clock has not reached are parked far in the future meanwhile. */
async function drainQueue(assembly: Assembly, pool: pg.Pool, now: Date): Promise<void> {
  const db = assembly.db
  await sql`update graphile_worker._private_jobs set run_at = run_at + ${parkedFor}::interval where run_at > ${now}`.execute(
    db,
  )
  await sql`update graphile_worker._private_jobs set run_at = now() where run_at <= ${now} and run_at > now()`.execute(
    db,
  )
  await drainJobs(assembly.ground, pool, assembly)
  await sql`update graphile_worker._private_jobs set run_at = run_at - ${parkedFor}::interval
    where run_at > now() + interval '500 years'`.execute(db)
  const failed = await sql<{ task: string; lastError: string }>`
    select t.identifier as task, j.last_error from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where j.last_error is not null`.execute(db)
  if (failed.rows.length > 0)
    throw new Error(failed.rows.map((row) => `job "${row.task}": ${row.lastError}`).join('\n'))
}
