import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { addSender } from '../../../platform/mail/index.ts'
import type { ChangeMailboxSending, MailboxSending } from '../contract/sending.ts'
import { mailboxNotFound } from './errors.ts'
import { forgetMailboxes } from './mailboxes.ts'

type Change = Static<typeof ChangeMailboxSending>

export async function viewSending(reader: Reader, id: number): Promise<MailboxSending> {
  await addressOf(reader, id)
  const row = await reader
    .selectFrom('intake.mailboxSending')
    .selectAll()
    .where('mailboxId', '=', id)
    .executeTakeFirst()
  return {
    fromEmail: row?.fromEmail ?? null,
    signatures: row?.signatures ?? {},
    ownSignatures: row?.ownSignatures ?? true,
    sender: row?.senderId ?? null,
    version: row?.version ?? 0,
  }
}

export async function changeSending(cx: Cx, id: number, body: Change, ifMatch?: string): Promise<MailboxSending> {
  return cx.tx(async (tx) => {
    const before = await viewSending(tx, id)
    if (ifMatch !== undefined && ifMatch !== String(before.version)) {
      throw stale(undefined, { extra: { current: before } })
    }
    return keep(tx, id, { ...before, ...body })
  })
}

/** A way of its own, which is the desk's until it is given a server. */
export async function giveSender(cx: Cx, id: number): Promise<MailboxSending> {
  return cx.tx(async (tx) => {
    const address = await addressOf(tx, id, true)
    const before = await viewSending(tx, id)
    if (before.sender !== null) return before
    return keep(tx, id, { ...before, sender: await addSender(tx, address) })
  })
}

async function keep(tx: Tx, id: number, { fromEmail, signatures, ownSignatures, sender, version }: MailboxSending) {
  forgetMailboxes(tx)
  const said = Object.fromEntries(Object.entries(signatures).filter(([, text]) => text.trim() !== ''))
  const row = {
    fromEmail,
    signatures: sql<string>`${JSON.stringify(said)}::jsonb`,
    ownSignatures,
    senderId: sender,
    updatedAt: tx.now,
    version: version + 1,
  }
  await tx
    .insertInto('intake.mailboxSending')
    .values({ mailboxId: id, ...row })
    .onConflict((conflict) => conflict.column('mailboxId').doUpdateSet(row))
    .execute()
  return viewSending(tx, id)
}

async function addressOf(reader: Reader, id: number, lock = false): Promise<string> {
  const query = reader.selectFrom('intake.mailbox').select('address').where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw mailboxNotFound({ id })
  return row.address
}
