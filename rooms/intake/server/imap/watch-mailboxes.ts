import { sql } from 'kysely'
import type { Ground } from '../../../../platform/cx.ts'
import type { Db } from '../../../../platform/db/index.ts'
import type { Running } from '../../../../platform/room.ts'
import { type Bell, makeBell } from './waiting.ts'
import { wakers } from './wakers.ts'
import { type Watch, watchMailbox } from './watch-mailbox.ts'

/** The first number of the advisory locks that say: this mailbox is collected by a living process. */
const LOCK_SPACE = 0x696d6170
const LOOK_EVERY_MS = 10_000

interface Held {
  version: number
  watch: Watch
}

/**
 * Collects every mailbox that is set up and that no other process collects. A lock of one session each says who does;
 * PostgreSQL gives it up the moment that session ends, however it ends.
 */
export function watchMailboxes(ground: Ground): Running {
  const stopping = new AbortController()
  const bell = makeBell()
  const held = new Map<number, Held>()
  const wake = (mailboxId: number) => {
    held.get(mailboxId)?.watch.wake()
    bell.ring()
  }
  wakers.add(wake)
  const done = (async () => {
    while (!stopping.signal.aborted) {
      try {
        if ((await wanted(ground.db)).length > 0) await holdLocks(ground, held, bell, stopping.signal)
      } catch (error) {
        ground.log.warn({ error: String(error) }, 'mailboxes could not be looked after')
      }
      await endAll(held)
      await bell.wait(LOOK_EVERY_MS, stopping.signal)
    }
  })()
  return {
    async stop() {
      wakers.delete(wake)
      stopping.abort()
      await done
    },
  }
}

interface Collected {
  mailboxId: number
  version: number
  /** An administrator wants a message fetched once more. */
  asked: boolean
}

function wanted(reader: Db): Promise<Collected[]> {
  return reader
    .selectFrom('intake.imapAccount as a')
    .innerJoin('intake.mailbox as m', 'm.id', 'a.mailboxId')
    .select(['a.mailboxId', sql<number>`a.version + m.version`.as('version')])
    .select(
      sql<boolean>`exists (select from intake.imap_unfetched u where u.mailbox_id = a.mailbox_id and u.wanted)`.as(
        'asked',
      ),
    )
    .where('a.active', '=', true)
    .where('m.active', '=', true)
    .orderBy('a.mailboxId')
    .execute()
}

/** Looks every few seconds, with the session that holds the locks: when it is lost, so are they, and this throws. */
async function holdLocks(ground: Ground, held: Map<number, Held>, bell: Bell, stopped: AbortSignal): Promise<void> {
  await ground.db.connection().execute(async (session) => {
    try {
      while (!stopped.aborted) {
        const now = new Map((await wanted(session)).map((one) => [one.mailboxId, one]))
        for (const [id, { version, watch }] of held) {
          const one = now.get(id)
          if (one?.asked) watch.wake()
          if (one?.version === version) continue
          held.delete(id)
          await watch.stop()
          await unlock(session, id)
        }
        for (const [id, { version }] of now) {
          if (held.has(id) || !(await lock(session, id))) continue
          held.set(id, { version, watch: watchMailbox(ground, id) })
        }
        if (now.size === 0) return
        await bell.wait(LOOK_EVERY_MS, stopped)
      }
    } finally {
      await endAll(held)
      // Asked for, so that the next process need not wait until the connection is closed.
      await sql`select pg_advisory_unlock_all()`.execute(session).catch(() => {})
    }
  })
}

async function lock(session: Db, id: number): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${LOCK_SPACE}, ${id}::int) as got`.execute(
    session,
  )
  return rows[0]?.got ?? false
}

async function unlock(session: Db, id: number): Promise<void> {
  await sql`select pg_advisory_unlock(${LOCK_SPACE}, ${id}::int)`.execute(session)
}

async function endAll(held: Map<number, Held>): Promise<void> {
  const watches = [...held.values()]
  held.clear()
  await Promise.all(watches.map(({ watch }) => watch.stop()))
}
