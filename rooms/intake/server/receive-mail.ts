import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { emptyMessage, mailTooLarge } from './errors.ts'
import { fileInboundMail } from './jobs.ts'

const CHUNK_BYTES = 256 * 1024
/** Large messages hold a transaction open while they arrive; more at once wait, so that others find a connection. */
const LARGE_AT_ONCE = 4
const MOST_TOGETHER = 25

export interface Envelope {
  door: 'smtp' | 'api' | 'pipe' | 'imap'
  from: string
  to: string[]
  remote: string
}

/** What belongs to the same commit as the message: how far a folder was read. */
export type InSameCommit = (tx: Tx, itemIds: number[]) => Promise<void>

/**
 * Stores a message as it arrives and adds the job that files it, in one transaction: when this returns, it is on disk and
 * will be filed whatever happens. Holds at most two chunks in memory, however large the message is.
 */
export async function receiveMail(
  cx: Cx,
  source: AsyncIterable<Buffer>,
  envelope: Envelope,
  limit: number,
  also?: InSameCommit,
): Promise<{ itemId: number }> {
  const chunks = inChunks(source, limit)
  const first = await chunks.next()
  if (first.done) throw emptyMessage()
  const second = await chunks.next()
  if (second.done && also) {
    const [itemId = 0] = await receiveAll(cx, [{ bytes: first.value, envelope }], also)
    return { itemId }
  }
  if (second.done) return storeTogether(cx, { bytes: first.value, envelope })
  await large.enter()
  try {
    return await cx.tx(async (tx) => {
      const stored = await storeStream(tx, [first.value, second.value], chunks, envelope)
      await also?.(tx, [stored.itemId])
      return stored
    })
  } finally {
    large.leave()
  }
}

/** Stores messages that were fetched together, all or none, in one transaction with what else is to be kept. */
export async function receiveAll(cx: Cx, messages: readonly Whole[], also: InSameCommit): Promise<number[]> {
  return cx.tx(async (tx) => {
    const ids = messages.length > 0 ? await storeAll(tx, messages) : []
    await also(tx, ids)
    return ids
  })
}

async function* inChunks(source: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer, void> {
  let held: Buffer[] = []
  let heldBytes = 0
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > limit) throw mailTooLarge()
    held.push(piece)
    heldBytes += piece.length
    while (heldBytes >= CHUNK_BYTES) {
      const all = Buffer.concat(held)
      yield all.subarray(0, CHUNK_BYTES)
      held = all.length > CHUNK_BYTES ? [all.subarray(CHUNK_BYTES)] : []
      heldBytes = all.length - CHUNK_BYTES
    }
  }
  if (heldBytes > 0) yield Buffer.concat(held)
}

export interface Whole {
  bytes: Buffer
  envelope: Envelope
}

interface Waiting extends Whole {
  stored: (item: { itemId: number }) => void
  failed: (error: unknown) => void
}

const queues = new WeakMap<Cx['db'], { waiting: Waiting[]; busy: boolean }>()

/**
 * Most messages are small and come several at a time. Those that arrive while a commit is under way share the next one, so
 * that a storm costs one commit and one job for many; a message that comes alone waits for nobody.
 */
function storeTogether(cx: Cx, whole: Whole): Promise<{ itemId: number }> {
  const queue = queues.get(cx.db) ?? { waiting: [], busy: false }
  queues.set(cx.db, queue)
  return new Promise((stored, failed) => {
    queue.waiting.push({ ...whole, stored, failed })
    if (!queue.busy) void storeWaiting(cx, queue)
  })
}

async function storeWaiting(cx: Cx, queue: { waiting: Waiting[]; busy: boolean }): Promise<void> {
  queue.busy = true
  while (queue.waiting.length > 0) {
    const batch = queue.waiting.splice(0, MOST_TOGETHER)
    try {
      const ids = await cx.tx((tx) => storeAll(tx, batch))
      for (const [index, { stored }] of batch.entries()) stored({ itemId: ids[index] ?? 0 })
    } catch (error) {
      // One that cannot be stored must not take the others with it.
      if (batch.length === 1) batch[0]?.failed(error)
      else
        for (const one of batch)
          await cx.tx((tx) => storeAll(tx, [one])).then(([itemId = 0]) => one.stored({ itemId }), one.failed)
    }
  }
  queue.busy = false
}

async function storeAll(tx: Tx, batch: readonly Whole[]): Promise<number[]> {
  const ids: number[] = []
  for (const whole of batch) ids.push(await storeWhole(tx, whole))
  await addJob(tx, fileInboundMail, { itemIds: ids })
  return ids
}

async function storeWhole(tx: Tx, { bytes, envelope }: Whole): Promise<number> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { rows } = await sql<{ id: number }>`
    with raw as (
      insert into intake.raw_message (size, sha256, door, envelope_from, envelope_to, remote, received_at)
      values (${bytes.length}, ${sha256}, ${envelope.door}, ${envelope.from}, ${envelope.to}::text[], ${envelope.remote}, ${tx.now})
      returning id
    ), chunk as (
      insert into intake.raw_chunk (raw_id, seq, bytes) select id, 0, ${bytes} from raw
    )
    insert into intake.item (raw_id, state, received_at) select id, 'received', ${tx.now} from raw returning id`.execute(
    tx,
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('an item was not stored')
  return id
}

async function storeStream(
  tx: Tx,
  start: Buffer[],
  rest: AsyncGenerator<Buffer, void>,
  envelope: Envelope,
): Promise<{ itemId: number }> {
  const { id: rawId } = await tx
    .insertInto('intake.rawMessage')
    .values({
      size: 0,
      sha256: '',
      door: envelope.door,
      envelopeFrom: envelope.from,
      envelopeTo: envelope.to,
      remote: envelope.remote,
      receivedAt: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const hash = createHash('sha256')
  let size = 0
  let seq = 0
  const store = async (bytes: Buffer) => {
    hash.update(bytes)
    size += bytes.length
    await tx.insertInto('intake.rawChunk').values({ rawId, seq, bytes }).execute()
    seq++
  }
  for (const bytes of start) await store(bytes)
  for await (const bytes of rest) await store(bytes)
  await tx
    .updateTable('intake.rawMessage')
    .set({ size, sha256: hash.digest('hex') })
    .where('id', '=', rawId)
    .execute()
  const item = await tx
    .insertInto('intake.item')
    .values({ rawId, state: 'received', receivedAt: tx.now, files: sql`'[]'::jsonb` })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addJob(tx, fileInboundMail, { itemIds: [item.id] })
  return { itemId: item.id }
}

/** A gate for a few at a time. */
const large = {
  inside: 0,
  waiting: [] as (() => void)[],
  async enter(): Promise<void> {
    if (this.inside >= LARGE_AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve))
    this.inside++
  },
  leave(): void {
    this.inside--
    this.waiting.shift()?.()
  },
}
