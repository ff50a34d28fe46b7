import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { mailReceived } from '../contract/facts.ts'
import { fileReport } from './file-report.ts'
import { beginFiling, wasFiled } from './item-to-file.ts'
import type { ParsedMail } from './parse/parsed-mail.ts'
import { keepParts, type ReadMail, readMail } from './read-item.ts'
import { dedupeKey, FILING_WAIT_MINUTES, isDeliveryReport, isLooping } from './rules.ts'
import type { ItemState } from './tables.ts'

type Verdict = { state: ItemState; reason: string; ticketNumber?: number } | null

/**
 * Files one message: reads it, drops what is here already or is our own, and tells that it was received; the room that
 * hears it opens or continues a ticket in the same transaction. Does nothing when another worker has it. What cannot be
 * filed is tried again a few times and then waits for an administrator.
 */
export async function fileItem(cx: Cx, itemId: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await cx.tx((tx) => fileOne(tx, itemId))
      return
    } catch (error) {
      if (attempt < 4 && isCollision(error)) continue
      await noteFailure(cx, itemId, error)
      return
    }
  }
}

async function fileOne(tx: Tx, itemId: number): Promise<void> {
  const item = await tx
    .selectFrom('intake.item as i')
    .innerJoin('intake.rawMessage as r', 'r.id', 'i.rawId')
    .leftJoin('intake.rawChunk as c', (join) => join.onRef('c.rawId', '=', 'i.rawId').on('c.seq', '=', 0))
    .select(['i.id', 'i.rawId', 'i.forced', 'r.door', 'r.envelopeFrom', 'r.envelopeTo', 'r.size', 'c.bytes'])
    .where('i.id', '=', itemId)
    .where('i.state', '=', 'received')
    .forUpdate('i')
    .skipLocked()
    .executeTakeFirst()
  if (!item) return
  const read = await readMail(tx, item)
  const key = dedupeKey(read.mail)
  // Two copies at the same moment: the second waits here until the first is committed.
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
  const verdict = item.forced ? missingSender(read) : await judge(tx, item.id, read, key)
  if (verdict) {
    const { mail, sender } = read
    await tx
      .updateTable('intake.item')
      .set({
        ...verdict,
        ...(verdict.state === 'filed' ? { dedupeKey: key, automatic: true } : {}),
        messageId: mail.messageId,
        fromEmail: sender?.email ?? null,
        subject: mail.subject,
        problems: mail.problems,
      })
      .where('id', '=', item.id)
      .execute()
    return
  }
  beginFiling(tx, item.id, read, await keepParts(tx, read))
  await tell(tx, mailReceived, item.id, { itemId: item.id })
  if (!wasFiled(tx)) throw new Error('No room took the message.')
}

function missingSender(read: ReadMail): Verdict {
  return read.sender ? null : { state: 'failed', reason: 'It names no sender.' }
}

async function judge(tx: Tx, itemId: number, read: ReadMail, key: string): Promise<Verdict> {
  const { mail, fromUs } = read
  if (!read.sender) return missingSender(read)
  const { twin, ours } = await known(tx, itemId, mail, key)
  if (twin) return { state: 'duplicate', reason: `It is the same message as inbound mail ${twin}.` }
  if (isLooping(mail)) return { state: 'ignored', reason: 'It goes round between mail servers.' }
  if (ours || fromUs) return { state: 'ignored', reason: 'It is a mail of the desk itself.' }
  if (isDeliveryReport(mail)) return fileReport(tx, mail)
  return null
}

/** Whether this message is here already, and whether it is one that the desk sent. */
async function known(
  tx: Tx,
  itemId: number,
  mail: ParsedMail,
  key: string,
): Promise<{ twin: number | null; ours: boolean }> {
  // Without id and date, a device that says the same again next week is no copy.
  const since = mail.messageId === null && mail.date === null ? new Date(tx.now.getTime() - 3_600_000) : new Date(0)
  const { rows } = await sql<{ twin: number | null; ours: boolean }>`
    select
      (select id from intake.item where dedupe_key = ${key} and id <> ${itemId} and state <> 'discarded'
        and received_at > ${since} limit 1) as twin,
      exists (select from platform.outbox where message_id = ${mail.messageId}) as ours`.execute(tx)
  return rows[0] ?? { twin: null, ours: false }
}

/** Deadlock or serialisation failure: nothing is wrong with the message. */
function isCollision(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return code === '40001' || code === '40P01'
}

async function noteFailure(cx: Cx, itemId: number, error: unknown): Promise<void> {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 1000)
  cx.log.warn({ itemId, error: reason }, 'an inbound mail could not be filed')
  const row = await cx.db
    .updateTable('intake.item')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), reason }))
    .where('id', '=', itemId)
    .where('state', '=', 'received')
    .returning('attempts')
    .executeTakeFirst()
  const wait = row && FILING_WAIT_MINUTES[row.attempts - 1]
  await cx.db
    .updateTable('intake.item')
    .set(wait === undefined ? { state: 'failed' } : { nextAttemptAt: new Date(cx.now.getTime() + wait * 60_000) })
    .where('id', '=', itemId)
    .where('state', '=', 'received')
    .execute()
}
