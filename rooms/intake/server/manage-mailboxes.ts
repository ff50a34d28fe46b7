import { type Selectable, sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import type { ChangeMailbox, Mailbox, WriteMailbox } from '../contract/http.ts'
import { addressTaken, badReference, mailboxNotFound } from './errors.ts'
import { forgetMailboxes } from './mailboxes.ts'
import type { MailboxTable } from './tables.ts'

export async function viewMailboxes(cx: Cx): Promise<{ items: Mailbox[]; nextCursor: null }> {
  const rows = await mailboxes(cx.db).orderBy('address').execute()
  return { items: rows.map(present), nextCursor: null }
}

export async function addOneMailbox(cx: Cx, body: WriteMailbox): Promise<Mailbox> {
  return explained(body.address, () =>
    cx.tx(async (tx) => {
      forgetMailboxes(tx)
      const { id } = await tx
        .insertInto('intake.mailbox')
        .values({ ...columnsOf(body), address: body.address, name: body.name, createdAt: tx.now, updatedAt: tx.now })
        .returning('id')
        .executeTakeFirstOrThrow()
      return present(await mailboxes(tx).where('id', '=', id).executeTakeFirstOrThrow())
    }),
  )
}

export async function changeOneMailbox(
  cx: Cx,
  id: number,
  body: ChangeMailbox,
  ifMatch: string | undefined,
): Promise<Mailbox> {
  return explained(body.address ?? '', () =>
    cx.tx(async (tx) => {
      forgetMailboxes(tx)
      const now = await mailboxes(tx).where('id', '=', id).forUpdate().executeTakeFirst()
      if (!now) throw mailboxNotFound({ id })
      if (ifMatch !== undefined && ifMatch !== String(now.version))
        throw stale(undefined, { extra: { current: present(now) } })
      await tx
        .updateTable('intake.mailbox')
        .set({ ...columnsOf(body), version: now.version + 1, updatedAt: tx.now })
        .where('id', '=', id)
        .execute()
      return present(await mailboxes(tx).where('id', '=', id).executeTakeFirstOrThrow())
    }),
  )
}

export async function removeOneMailbox(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    forgetMailboxes(tx)
    const gone = await tx.deleteFrom('intake.mailbox').where('id', '=', id).returning('id').executeTakeFirst()
    if (!gone) throw mailboxNotFound({ id })
  })
}

function columnsOf({ team, service, ...rest }: ChangeMailbox) {
  return {
    ...rest,
    ...(team === undefined ? {} : { teamId: team }),
    ...(service === undefined ? {} : { serviceId: service }),
  }
}

/** The constraints of the database decide; here they only get words. */
async function explained<T>(address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505') throw addressTaken({ address }, { field: 'body.address' })
    if (code === '23503') {
      const what = constraint?.includes('team') ? 'team' : 'service'
      throw badReference({ what }, { field: `body.${what}` })
    }
    throw error
  }
}

function mailboxes(reader: Reader) {
  return reader
    .selectFrom('intake.mailbox')
    .selectAll('intake.mailbox')
    .select(
      sql<boolean>`exists (select from intake.tagged_address t where t.address = mailbox.address)`.as('tagsProved'),
    )
}

function present(row: Selectable<MailboxTable> & { tagsProved: boolean }): Mailbox {
  const { id, address, name, signature, language, active, replyTags, tagsProved, version } = row
  const place = { team: row.teamId, service: row.serviceId }
  return { id, address, name, ...place, signature, language, active, replyTags, tagsProved, version }
}
