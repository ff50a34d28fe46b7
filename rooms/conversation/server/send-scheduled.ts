import type { Actor } from '../../../platform/access/actor.ts'
import { actAs, type Cx, insideTransaction } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { Problem } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { actorOfPerson } from '../../people/server/index.ts'
import { raiseFlag, unsafeTicket } from '../../ticket/server/index.ts'
import { scheduledReplyChanged } from '../contract/facts.ts'
import { writeMessage } from './write-message.ts'

/** What the reply is made of. */
interface Planned {
  id: number
  ticketNumber: number
  authorId: number
  html: string
  cc: { email: string; name?: string }[]
  bcc: { email: string; name?: string }[]
  fileIds: number[]
}

const LEFT = 'Its author is no longer active.'
const FASTER = 'The requester has written in the meantime.'

/**
 * The time of a planned reply has come: it is written in its author's name if they may still answer, and the requester was
 * not faster. What keeps it back is written down and puts the ticket into a list; nothing vanishes.
 */
export async function sendWhenDue(cx: Cx, id: number): Promise<void> {
  try {
    await cx.tx(async (tx) => {
      const row = await lockDue(tx, id)
      if (!row) return
      const actor = await actorOfPerson(tx, row.authorId)
      if (!actor) return keepBack(tx, row, 'refused', LEFT)
      if (row.holdIfAnswered && (await wasAnswered(tx, row))) return keepBack(tx, row, 'held', FASTER)
      await writePlanned(tx, cx, row, actor, 'due')
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const why = error.detail
    await cx.tx(async (tx) => {
      const row = await lockDue(tx, id)
      if (row) await keepBack(tx, row, 'refused', why)
    })
  }
}

/** Writes a planned reply as if its author did so now, and removes the plan: both or neither. */
export async function writePlanned(tx: Tx, cx: Cx, row: Planned, actor: Actor, when: 'due' | 'now') {
  await tx.deleteFrom('conversation.scheduledReply').where('id', '=', row.id).execute()
  const { html, cc, bcc, fileIds } = row
  return actAs(tx, actor, () =>
    writeMessage(
      insideTransaction({ ...cx, actor }, tx),
      row.ticketNumber,
      { kind: 'reply', html, cc, bcc, attachments: fileIds },
      when,
    ),
  )
}

async function lockDue(tx: Tx, id: number) {
  const plan = await tx
    .selectFrom('conversation.scheduledReply')
    .select('ticketNumber')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!plan) return undefined
  // The ticket first: whatever changes one locks it before its parts.
  await unsafeTicket(tx, plan.ticketNumber, true)
  return tx
    .selectFrom('conversation.scheduledReply')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('sendAt', '<=', tx.now)
    .forUpdate()
    .executeTakeFirst()
}

async function wasAnswered(tx: Tx, row: { ticketNumber: number; createdAt: Date }): Promise<boolean> {
  const message = await tx
    .selectFrom('conversation.message')
    .select('id')
    .where('ticketNumber', '=', row.ticketNumber)
    .where('direction', '=', 'in')
    .where('automatic', '=', false)
    .where('createdAt', '>', row.createdAt)
    .limit(1)
    .executeTakeFirst()
  return message !== undefined
}

async function keepBack(
  tx: Tx,
  row: { id: number; ticketNumber: number },
  state: 'held' | 'refused',
  reason: string,
): Promise<void> {
  await tx.updateTable('conversation.scheduledReply').set({ state, reason }).where('id', '=', row.id).execute()
  await raiseFlag(tx, row.ticketNumber, 'reply_held')
  await tell(tx, scheduledReplyChanged, row.ticketNumber, { scheduledId: row.id, change: state })
}
