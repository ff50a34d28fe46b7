import type { Cx } from '../../../platform/cx.ts'
import { notAPerson } from './errors.ts'

/** One's own signature, which stands below one's answers where the mailbox allows it. */
export async function viewSignature(cx: Cx): Promise<{ text: string }> {
  if (cx.actor.id === null) throw notAPerson()
  const row = await cx.db
    .selectFrom('conversation.ownSignature')
    .select('text')
    .where('personId', '=', cx.actor.id)
    .executeTakeFirst()
  return { text: row?.text ?? '' }
}

export async function keepSignature(cx: Cx, text: string): Promise<{ text: string }> {
  const personId = cx.actor.id
  if (personId === null) throw notAPerson()
  const kept = text.replace(/\r\n?/g, '\n').trim()
  await cx.tx(async (tx) => {
    if (kept === '') {
      await tx.deleteFrom('conversation.ownSignature').where('personId', '=', personId).execute()
      return
    }
    const row = { text: kept, updatedAt: tx.now }
    await tx
      .insertInto('conversation.ownSignature')
      .values({ personId, ...row })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(row))
      .execute()
  })
  return { text: kept }
}
