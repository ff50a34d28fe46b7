import type { Actor } from './access/actor.ts'
import type { Clock } from './clock/index.ts'
import { beforeCommit, type Db, inTransaction, type Listeners, nothingPassing, type Tx } from './db/index.ts'
import type { ToldFact } from './facts/told-fact.ts'
import type { PublishLive } from './live/publish.ts'
import type { Log } from './log/index.ts'

/** What every use case gets, and nothing else. */
export interface Cx {
  db: Db
  /** Runs `work` in one transaction; commits when it returns, rolls back when it throws. Inside one already, joins it. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  actor: Actor
  now: Date
  log: Log
}

/** The parts a process is made of; `makeCx` turns them into a context for one request or job. */
export interface Ground {
  db: Db
  clock: Clock
  log: Log
  listeners: Listeners
  publishLive: PublishLive
}

export const systemActor: Actor = { kind: 'system', id: null, name: 'Deskhand', permissions: new Set() }

export const anonymousActor: Actor = { kind: 'anonymous', id: null, name: 'Anonymous', permissions: new Set() }

export function makeCx(ground: Ground, actor: Actor, log: Log = ground.log): Cx {
  const now = ground.clock.now()
  return {
    db: ground.db,
    actor,
    now,
    log,
    tx: (work) => runTransaction(ground, actor, now, log, work),
  }
}

async function runTransaction<T>(
  ground: Ground,
  actor: Actor,
  now: Date,
  log: Log,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const live: ToldFact[] = []
  const afterCommit: (() => void)[] = []
  const passing = nothingPassing()
  const held = { actor, now, log, listeners: ground.listeners, live, afterCommit, passing }
  const result = await inTransaction(ground.db, async (transaction) => {
    const tx = Object.assign(transaction, held)
    const result = await work(tx)
    await beforeCommit(tx)
    return result
  }).catch((error) => {
    throw passing.failure ?? error
  })
  for (const done of afterCommit) done()
  ground.publishLive(live)
  return result
}

/** A context whose every transaction and read is the given one; used where a whole request must be one transaction. */
export function insideTransaction(cx: Cx, tx: Tx): Cx {
  return { ...cx, db: tx as unknown as Db, tx: (work) => work(tx) }
}

/**
 * Runs `work` with the facts of the transaction told in another name: that of a requester who sent a mail or followed a
 * signed link, whom the program itself acts for.
 */
export async function actAs<T>(tx: Tx, actor: Actor, work: () => Promise<T>): Promise<T> {
  const holder = tx as { actor: Actor }
  const before = holder.actor
  holder.actor = actor
  try {
    return await work()
  } finally {
    holder.actor = before
  }
}

/** A person as an actor without any rights: enough to put a name to facts. */
export function nameOnly(person: { id: number; name: string }): Actor {
  return { kind: 'person', id: person.id, name: person.name, permissions: new Set() }
}
