import type { Readable } from 'node:stream'
import type { Db } from '../db/index.ts'
import { composeMail } from './compose-mail.ts'
import { copiesOf } from './copies.ts'
import { mailNotFound } from './errors.ts'
import type { OutboxRow } from './outbox-row.ts'

/** A mail of the outbox in the form it is sent in. */
export async function openSentMail(db: Db, id: number): Promise<Readable> {
  const row = await db.selectFrom('platform.outbox').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw mailNotFound({ id })
  const mail = row as OutboxRow
  return (await composeMail(db, mail, { to: copiesOf({ ...mail, deliveredTo: [] })[0]?.to ?? [] })).open()
}
