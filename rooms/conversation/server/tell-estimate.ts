import { alarm } from '../../../platform/alarms/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { personCards } from '../../people/server/index.ts'
import { isActive, type TicketRecord, unsafeTicket } from '../../ticket/server/index.ts'
import { deskSettings } from './config.ts'
import { momentIn } from './mail-dates.ts'
import { mailRequester } from './mail-requester.ts'
import { estimateTemplate } from './notice-templates.ts'

/** Whoever sets a time often sets it twice; what is told is where it came to rest. */
const REST_MS = 2 * 60_000

/** The estimated time of a ticket, or who works on it, has changed: its requester may be told in a moment. */
export async function planEstimateMail(tx: Tx, ticketNumber: number): Promise<void> {
  if (deskSetting(deskSettings.tellEstimate) === 'never') return
  const nextAt = new Date(tx.now.getTime() + REST_MS)
  await tx
    .insertInto('conversation.estimateNotice')
    .values({ ticketNumber, toldEstimate: null, toldAssigneeId: null, nextAt })
    .onConflict((conflict) => conflict.column('ticketNumber').doUpdateSet({ nextAt }))
    .execute()
}

export const tellEstimates = alarm(
  'tell a requester when their ticket should be solved',
  { table: 'conversation.estimate_notice', key: 'ticket_number', at: 'next_at' },
  async (tx, number) => {
    const ticket = await unsafeTicket(tx, number, true)
    const notice = await tx
      .selectFrom('conversation.estimateNotice')
      .select(['toldEstimate', 'toldAssigneeId'])
      .where('ticketNumber', '=', number)
      .executeTakeFirst()
    const told = ticket && notice && isNews(tx, ticket, notice) ? await tell(tx, ticket, notice.toldEstimate) : false
    await tx
      .updateTable('conversation.estimateNotice')
      .set({ nextAt: null, ...(told ? { toldEstimate: ticket?.estimatedAt, toldAssigneeId: ticket?.assigneeId } : {}) })
      .where('ticketNumber', '=', number)
      .execute()
  },
)

function isNews(
  tx: Tx,
  { status, estimatedAt, assigneeId }: TicketRecord,
  told: { toldEstimate: Date | null; toldAssigneeId: number | null },
): boolean {
  const when = deskSetting(deskSettings.tellEstimate)
  if (when === 'never' || !isActive(status) || estimatedAt === null || estimatedAt <= tx.now) return false
  if (estimatedAt.getTime() !== told.toldEstimate?.getTime()) return true
  return when === 'assigned' && assigneeId !== null && assigneeId !== told.toldAssigneeId
}

async function tell(tx: Tx, ticket: TicketRecord, earlier: Date | null): Promise<boolean> {
  const { assigneeId, requesterId, estimatedAt } = ticket
  // Who set it for their own ticket knows it.
  if (assigneeId === requesterId) return false
  const agent = assigneeId === null ? undefined : (await personCards(tx, [assigneeId])).get(assigneeId)
  const moved = earlier !== null && earlier.getTime() !== estimatedAt?.getTime()
  return mailRequester(tx, ticket, () => ({
    template: estimateTemplate,
    values: ({ language, timeZone }) => ({
      estimate: momentIn(estimatedAt, language, timeZone),
      earlier: moved ? momentIn(earlier, language, timeZone) : '',
      'agent.name': agent?.name ?? '',
    }),
  }))
}
