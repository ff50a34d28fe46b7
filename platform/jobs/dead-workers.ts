import type pg from 'pg'
import type { Log } from '../log/index.ts'

/** The first number of the advisory locks that say: the worker with this name is alive. */
const lockSpace = 0x6a6f6273
const sweepEveryMs = 15_000

export interface Presence {
  /** Says that this worker lives, for as long as the process does; call before it takes its first job. */
  announce(workerId: string): void
  stop(): Promise<void>
}

/**
 * A process that is killed leaves its jobs locked, and the queue itself gives them back only after four hours. Here every
 * worker holds an advisory lock, which PostgreSQL drops the moment its connection is gone; jobs of workers without it are
 * given back by whichever process looks next.
 */
export async function keepPresence(pool: pg.Pool, log: Log): Promise<Presence> {
  const held = new Set<string>()
  let session: pg.PoolClient | undefined
  let stopped = false
  const hold = (workerId: string) =>
    session?.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockSpace, workerId])
  const lose = () => {
    session?.release(true)
    session = undefined
  }
  const connect = async () => {
    session = await pool.connect()
    session.once('error', lose)
    for (const workerId of held) await hold(workerId)
  }
  const look = async () => {
    try {
      if (!session) await connect()
      if (session) await giveBack(session, log)
    } catch (error) {
      log.warn({ error }, 'jobs of ended processes could not be looked for')
    }
  }
  await look()
  const timer = setInterval(() => void look(), sweepEveryMs)
  return {
    announce(workerId) {
      held.add(workerId)
      hold(workerId)?.catch((error) => log.error({ error }, 'a worker could not say that it lives'))
    },
    async stop() {
      if (stopped) return
      stopped = true
      clearInterval(timer)
      const last = session
      session = undefined
      last?.off('error', lose)
      // Asked for, not left to the closing of the connection: PostgreSQL notices that only a moment later.
      await last?.query('select pg_advisory_unlock_all()').catch(lose)
      last?.release(true)
    },
  }
}

/** Young locks are left alone: their worker may be about to say that it lives. */
async function giveBack(session: pg.PoolClient, log: Log): Promise<void> {
  const { rows } = await session.query<{ id: string }>(
    `select id from (
       select locked_by as id, max(locked_at) as at from graphile_worker._private_jobs where locked_by is not null group by 1
     ) worker
     where at < now() - interval '2 seconds' and not exists (
       select from pg_locks l where l.locktype = 'advisory' and l.classid = $1::bigint::oid and l.granted
         and l.objid = (hashtext(worker.id)::bigint & 4294967295)::oid)`,
    [lockSpace],
  )
  if (rows.length === 0) return
  const ids = rows.map((row) => row.id)
  await session.query('select graphile_worker.force_unlock_workers($1::text[])', [ids])
  log.warn({ workers: ids }, 'gave back the jobs of processes that ended without finishing them')
}
