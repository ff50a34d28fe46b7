import { Type } from 'typebox'
import type { Tx } from '../../../platform/db/index.ts'
import { addJob, job } from '../../../platform/jobs/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { mergeStands, survivorOf, unsafeTicket, watcherIds } from '../../ticket/server/index.ts'
import { deskSettings } from './config.ts'
import { mailContextOf } from './mail-context.ts'
import { mailOnTicket } from './mail-on-ticket.ts'
import { mergedTemplate, mergedValues } from './merged-template.ts'

/** The requester is told once it can no longer be undone from the toast. */
export async function planMergeMail(tx: Tx, mergeId: number): Promise<void> {
  const runAt = new Date(tx.now.getTime() + deskSetting(deskSettings.undoSeconds) * 1000)
  await addJob(tx, tellOfMerge, { mergeId }, { runAt, key: `tell of merge ${mergeId}` })
}

export const tellOfMerge = job(
  'tell of a merging',
  Type.Object({ mergeId: Type.Integer() }),
  async (cx, { mergeId }) => {
    await cx.tx(async (tx) => {
      const merge = await tx
        .selectFrom('ticket.merge')
        .select('ticketNumber')
        .where('id', '=', mergeId)
        .executeTakeFirst()
      if (!merge || !(await mergeStands(tx, mergeId))) return
      await writeMergeMail(tx, merge.ticketNumber)
    })
  },
)

async function writeMergeMail(tx: Tx, number: number): Promise<void> {
  const [ticket, survivor] = [await unsafeTicket(tx, number), await survivorOf(tx, number)]
  const into = survivor === null ? undefined : await unsafeTicket(tx, survivor)
  const context = await mailContextOf(tx, number)
  if (!ticket || !into || !context.requester) return
  const { id, email, name } = context.requester
  const sees = id === into.requesterId || id === into.reporterId || (await watcherIds(tx, into.number)).includes(id)
  await mailOnTicket(tx, ticket, {
    to: [{ email, name }],
    template: mergedTemplate,
    values: () => mergedValues(into.number, sees),
    automatic: true,
    context,
  })
}
