import type { Tx } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { deskSettings } from './config.ts'
import { isGoingRound } from './is-going-round.ts'
import { mailContextOf } from './mail-context.ts'
import { dayIn } from './mail-dates.ts'
import { mailOnTicket } from './mail-on-ticket.ts'
import { acknowledgementTemplate, followUpTemplate, summaryOf } from './mail-templates.ts'

/** Tells a requester the number of their ticket, once; never to a program. `earlier`: the closed ticket they answered. */
export async function acknowledgeTicket(tx: Tx, ticketNumber: number, earlier?: number): Promise<void> {
  if (!deskSetting(deskSettings.acknowledge)) return
  const ticket = await unsafeTicket(tx, ticketNumber)
  // Marked as spam or already settled before this ran.
  if (!ticket || ticket.status === 'closed') return
  const first = await tx
    .selectFrom('conversation.message')
    .select(['automatic', 'text'])
    .where('ticketNumber', '=', ticketNumber)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (first?.automatic || (await isGoingRound(tx, ticket))) return
  const context = await mailContextOf(tx, ticketNumber)
  const { requester } = context
  if (!requester) return
  const closed = earlier ?? (await followedUp(tx, ticketNumber))
  await mailOnTicket(tx, ticket, {
    to: [{ email: requester.email, name: requester.name }],
    template: closed === undefined ? acknowledgementTemplate : followUpTemplate,
    values: ({ language, timeZone }) => ({
      summary: summaryOf(first?.text ?? ''),
      estimate: dayIn(ticket.estimatedAt, language, timeZone),
      ...(closed === undefined ? {} : { 'earlier.number': String(closed) }),
    }),
    automatic: true,
    context,
  })
}

async function followedUp(tx: Tx, number: number): Promise<number | undefined> {
  const link = await tx
    .selectFrom('ticket.link')
    .select('toNumber')
    .where('fromNumber', '=', number)
    .where('relation', '=', 'follows_up')
    .limit(1)
    .executeTakeFirst()
  return link?.toNumber
}
