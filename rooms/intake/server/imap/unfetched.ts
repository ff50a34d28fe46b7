import { createHash } from 'node:crypto'
import type { ImapFlow } from 'imapflow'
import type { Cx } from '../../../../platform/cx.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { parseMail } from '../parse/parse-mail.ts'
import type { Account } from './account.ts'
import { fetchHead } from './fetch-messages.ts'
import type { Progress } from './progress.ts'
import { wakeMailboxes } from './wakers.ts'

interface Aside {
  account: Account
  progress: Progress
  uid: number
  why: string
}

/**
 * A message that cannot be taken must not keep back those behind it: its head becomes a failed item that an administrator
 * sees, and the message stays untouched on the server.
 */
export async function keepHead(
  cx: Cx,
  client: ImapFlow,
  { account, progress, uid, why }: Aside,
  also: (tx: Tx) => Promise<void>,
): Promise<void> {
  const head = client.usable ? await fetchHead(client, uid).catch(() => Buffer.alloc(0)) : Buffer.alloc(0)
  const mail = parseMail(head)
  await cx.tx(async (tx) => {
    const raw = await tx
      .insertInto('intake.rawMessage')
      .values({
        size: head.length,
        sha256: createHash('sha256').update(head).digest('hex'),
        door: 'imap',
        envelopeFrom: '',
        envelopeTo: [account.address],
        remote: account.host,
        receivedAt: tx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('intake.rawChunk').values({ rawId: raw.id, seq: 0, bytes: head }).execute()
    const item = await tx
      .insertInto('intake.item')
      .values({
        rawId: raw.id,
        state: 'failed',
        reason: `${why} It is still in ${account.folder} of ${account.username}.`.slice(0, 1000),
        receivedAt: tx.now,
        messageId: mail.messageId,
        fromEmail: mail.from?.address ?? null,
        fromName: mail.from?.name.slice(0, 200) || null,
        subject: mail.subject,
        files: JSON.stringify([]),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('intake.imapUnfetched')
      .values({ itemId: item.id, mailboxId: account.mailboxId, uidValidity: progress.uidValidity, uid })
      .execute()
    await also(tx)
  })
}

/** If only the head of an item is here, notes that it is to be fetched once more; false when all of it is here. */
export async function askAgain(tx: Tx, itemId: number): Promise<boolean> {
  const asked = await tx
    .updateTable('intake.imapUnfetched')
    .set({ wanted: true })
    .where('itemId', '=', itemId)
    .returning(['mailboxId'])
    .executeTakeFirst()
  if (!asked) return false
  await tx
    .updateTable('intake.item')
    .set({
      reason: asked.mailboxId
        ? 'It is being fetched once more.'
        : 'It cannot be fetched any more: its mailbox is no longer collected.',
    })
    .where('id', '=', itemId)
    .execute()
  const { mailboxId } = asked
  if (mailboxId !== null) tx.afterCommit.push(() => wakeMailboxes(mailboxId))
  return true
}

export interface Wanted {
  itemId: number
  uid: number
  uidValidity: number
}

export async function wantedOf(cx: Cx, mailboxId: number): Promise<Wanted[]> {
  return cx.db
    .selectFrom('intake.imapUnfetched')
    .select(['itemId', 'uid', 'uidValidity'])
    .where('mailboxId', '=', mailboxId)
    .where('wanted', '=', true)
    .orderBy('itemId')
    .limit(100)
    .execute()
}

/** It came after all, as another item. */
export async function wasFetched(tx: Tx, itemId: number, as: number): Promise<void> {
  await tx.deleteFrom('intake.imapUnfetched').where('itemId', '=', itemId).execute()
  await tx
    .updateTable('intake.item')
    .set({ state: 'discarded', reason: `It was fetched after all, as inbound mail ${as}.` })
    .where('id', '=', itemId)
    .execute()
}

export async function failedAgain(cx: Cx, itemId: number, why: string): Promise<void> {
  await cx.tx(async (tx) => {
    await tx.updateTable('intake.imapUnfetched').set({ wanted: false }).where('itemId', '=', itemId).execute()
    await tx
      .updateTable('intake.item')
      .set({ reason: why.slice(0, 1000) })
      .where('id', '=', itemId)
      .execute()
  })
}
