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

export interface Envelope {
  door: 'smtp' | 'api' | 'pipe' | 'imap'
  from: string
  to: string[]
  remote: string
}

/**
 * Stores a message as it arrives and adds the job that files it, in one transaction: when this returns, it is on disk and
 * will be filed whatever happens. Holds at most two chunks in memory, however large the message is.
 */
export async function receiveMail(
  cx: Cx,
  source: AsyncIterable<Buffer>,
  envelope: Envelope,
  limit: number,
): Promise<{ itemId: number }> {
  const chunks = inChunks(source, limit)
  const first = await chunks.next()
  if (first.done) throw emptyMessage()
  const second = await chunks.next()
  if (second.done) return cx.tx((tx) => storeWhole(tx, first.value, envelope))
  await large.enter()
  try {
    return await cx.tx((tx) => storeStream(tx, [first.value, second.value], chunks, envelope))
  } finally {
    large.leave()
  }
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

/** Most messages: one statement for the message and its item. */
async function storeWhole(tx: Tx, bytes: Buffer, envelope: Envelope): Promise<{ itemId: number }> {
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
  return withJob(tx, rows[0]?.id)
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
  return withJob(tx, item.id)
}

async function withJob(tx: Tx, itemId: number | undefined): Promise<{ itemId: number }> {
  if (itemId === undefined) throw new Error('an item was not stored')
  await addJob(tx, fileInboundMail, { itemId })
  return { itemId }
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
