import { Type } from 'typebox'
import { actAs, type Cx, insideTransaction } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { addJob, job } from '../../../platform/jobs/index.ts'
import { writeMessage } from '../../conversation/server/index.ts'
import { actorOfPerson } from '../../people/server/index.ts'
import { isActive, unsafeTicket } from '../../ticket/server/index.ts'

interface Telling {
  updateId: number
  ticketNumber: number
}

/** One job a ticket: a hundred requesters are told while the coordinator goes on. */
export async function planTelling(tx: Tx, updateId: number, numbers: readonly number[]): Promise<void> {
  for (const ticketNumber of numbers)
    await addJob(tx, tellUpdate, { updateId, ticketNumber }, { key: `update ${updateId} on ${ticketNumber}` })
}

/** Answers one requester with an update, in the name of whoever wrote it: once, however often it runs. */
export const tellUpdate = job(
  'tell a requester an update',
  Type.Object({ updateId: Type.Integer(), ticketNumber: Type.Integer() }),
  (cx, telling) => cx.tx((tx) => tell(cx, tx, telling)),
)

/** Command, for example worlds: whoever does not know what was said last about a major incident is told it now. */
export async function tellAtOnce(cx: Cx, number: number): Promise<void> {
  await cx.tx(async (tx) => {
    const last = await lastPublic(tx, number)
    if (last === undefined) return
    const children = await tx
      .selectFrom('major.child')
      .select('ticketNumber')
      .where('incidentNumber', '=', number)
      .orderBy('ticketNumber')
      .execute()
    for (const ticketNumber of [number, ...children.map((child) => child.ticketNumber)])
      await tell(cx, tx, { updateId: last, ticketNumber })
  })
}

/** What was said publicly last. */
export async function lastPublic(tx: Tx, number: number): Promise<number | undefined> {
  const last = await tx
    .selectFrom('major.update')
    .select('id')
    .where('incidentNumber', '=', number)
    .where('public', '=', true)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.id
}

async function tell(cx: Cx, tx: Tx, { updateId, ticketNumber }: Telling): Promise<void> {
  const update = await tx
    .selectFrom('major.update')
    .select(['text', 'byId'])
    .where('id', '=', updateId)
    .executeTakeFirst()
  const ticket = await unsafeTicket(tx, ticketNumber, true)
  if (!update || update.byId === null || !ticket || !isActive(ticket.status)) return
  const author = await actorOfPerson(tx, update.byId)
  if (!author) return
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('major.told')
    .values({ updateId, ticketNumber })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return
  // To whoever is their own requester nothing is to be told.
  if (ticket.requesterId === update.byId) return
  await actAs(tx, author, () =>
    writeMessage(insideTransaction({ ...cx, actor: author }, tx), ticketNumber, { kind: 'reply', text: update.text }),
  )
}
