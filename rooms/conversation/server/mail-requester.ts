import type { Tx } from '../../../platform/db/index.ts'
import type { MailTemplate, Values } from '../../../platform/templates/index.ts'
import { type MailContext, mailContextOf } from './mail-context.ts'
import { type Circumstances, mailOnTicket } from './mail-on-ticket.ts'

interface Notice {
  template: MailTemplate
  values: (say: Circumstances) => Values
}

/**
 * Command: mails the requester what the desk itself has to say about their ticket. Nobody is written to who has left or
 * whose mail comes back, and no program that wrote to the desk. Returns whether a mail was queued.
 */
export async function mailRequester(
  tx: Tx,
  ticket: { number: number; subject: string },
  notice: (context: MailContext) => Notice | undefined,
): Promise<boolean> {
  const context = await mailContextOf(tx, ticket.number)
  const { requester } = context
  if (!requester || requester.bounced || (await wasOpenedByProgram(tx, ticket.number))) return false
  const said = notice(context)
  if (!said) return false
  const to = [{ email: requester.email, name: requester.name }]
  await mailOnTicket(tx, ticket, { to, ...said, automatic: true, context })
  return true
}

async function wasOpenedByProgram(tx: Tx, ticketNumber: number): Promise<boolean> {
  const first = await tx
    .selectFrom('conversation.message')
    .select('automatic')
    .where('ticketNumber', '=', ticketNumber)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return first?.automatic ?? false
}
