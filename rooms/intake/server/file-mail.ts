import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { mailReceived } from '../contract/facts.ts'
import { beginFiling, wasFiled } from './item-to-file.ts'
import { type Judgement, judgeItem, missingSender, type Verdict } from './judge-item.ts'
import { ourAddresses } from './mailboxes.ts'
import { type OpenedItem, openItem } from './open-item.ts'
import { keepParts, type ReadMail, readMail } from './read-item.ts'
import { proveTags } from './reply-address.ts'
import { dedupeKey, FILING_WAIT_MINUTES, waitsFor } from './rules.ts'
import { subjectKey } from './trust/subject-key.ts'

/**
 * Files one message: reads it, drops what is here already or is our own, and tells that it was received; the room that
 * hears it opens or continues a ticket in the same transaction. Does nothing when another worker has it. What cannot be
 * filed is tried again a few times and then waits for an administrator.
 */
export async function fileItem(cx: Cx, itemId: number): Promise<void> {
  try {
    // Name servers may be slow, so the message is read and its sender checked before anything is locked.
    const opened = await openItem(cx, itemId)
    if (!opened) return
    for (let attempt = 1; ; attempt++) {
      try {
        await cx.tx((tx) => fileOne(tx, itemId, opened))
        return
      } catch (error) {
        if (attempt >= 4 || !isCollision(error)) throw error
      }
    }
  } catch (error) {
    await noteFailure(cx, itemId, error)
  }
}

async function fileOne(tx: Tx, itemId: number, opened: OpenedItem): Promise<void> {
  const item = await tx
    .selectFrom('intake.item')
    .select(['id', 'forced'])
    .where('id', '=', itemId)
    .where('state', '=', 'received')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!item) return
  const read = await readMail(tx, opened)
  const key = dedupeKey(read.mail)
  // Two copies at the same moment, or a message and its answer: the second waits here until the first is committed.
  await sql`select pg_advisory_xact_lock(lock) from (select distinct hashtextextended(name, 0) as lock
    from unnest(${waitsFor(read.mail, key)}::text[]) as name order by 1) as locks`.execute(tx)
  const judgement = item.forced ? forced(read) : await judgeItem(tx, item.id, read, key)
  if (judgement.verdict) return setAside(tx, item.id, read, key, judgement.verdict)
  await proveTags(tx, read.through, await ourAddresses(tx))
  const parts = await keepParts(tx, read)
  beginFiling(tx, { itemId: item.id, read, parts, spam: judgement.spam, isForced: item.forced })
  await tell(tx, mailReceived, item.id, { itemId: item.id })
  if (!wasFiled(tx)) throw new Error('No room took the message.')
}

function forced(read: ReadMail): Judgement {
  const verdict = missingSender(read)
  return verdict ? { verdict } : { verdict, spam: false }
}

async function setAside(tx: Tx, itemId: number, read: ReadMail, key: string, verdict: Verdict): Promise<void> {
  const { mail, sender, mailbox, trust } = read
  await tx
    .updateTable('intake.item')
    .set({
      ...verdict,
      ...(verdict.state === 'filed' ? { automatic: true } : {}),
      ...(verdict.state === 'filed' || verdict.state === 'held' ? { dedupeKey: key } : {}),
      mailboxId: mailbox?.id ?? null,
      messageId: mail.messageId,
      fromEmail: sender?.email ?? null,
      subject: mail.subject,
      subjectKey: subjectKey(mail.subject),
      problems: mail.problems,
      authentication: sql<string>`${JSON.stringify(trust.authentication)}::jsonb`,
    })
    .where('id', '=', itemId)
    .execute()
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
