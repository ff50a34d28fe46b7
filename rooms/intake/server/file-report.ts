import type { Tx } from '../../../platform/db/index.ts'
import { bounceWords, noteBounce } from '../../../platform/mail/index.ts'
import { markAddressBounced } from '../../people/server/index.ts'
import { addressesIn, type ReadBounce } from './bounce/read-bounce.ts'
import { saysAddressIsBad } from './bounce/status-in-words.ts'
import type { DeliveryReport } from './parse/parsed-mail.ts'

type Filed = { state: 'filed'; reason: string; ticketNumber: number } | { state: 'ignored'; reason: string }

/**
 * A delivery report is shown on the mail it is about, with the reason in words, and the address is marked where it is the
 * address that does not work; it is no message of a person and opens nothing.
 */
export async function fileReport(tx: Tx, { about, failures }: ReadBounce, text: string): Promise<Filed> {
  const [first] = failures
  if (!first) return { state: 'ignored', reason: 'It reports on the way of a mail; nothing has failed for good.' }
  const recipients = await recipientsOf(tx, about)
  const named = failures.map((failure) => namedIn(failure, recipients, text))
  const sent = await noteBounce(tx, about, named[0] ?? first)
  if (!sent) return { state: 'ignored', reason: 'It reports on a mail that the desk did not send.' }
  for (const failure of named) {
    // Anybody who has one of our mails can write a report: it marks only whom that mail went to.
    if (!recipients.includes(failure.recipient.toLowerCase()) || !saysAddressIsBad(failure.status)) continue
    await markAddressBounced(tx, failure.recipient, bounceWords({ ...failure, recipient: '' }))
  }
  const ticket = /^ticket:(\d+)$/.exec(sent.about ?? '')?.[1]
  const reason = `It reports that mail ${sent.id} of the desk was not delivered.`
  return ticket ? { state: 'filed', reason, ticketNumber: Number(ticket) } : { state: 'ignored', reason }
}

async function recipientsOf(tx: Tx, messageIds: readonly string[]): Promise<string[]> {
  if (messageIds.length === 0) return []
  const mail = await tx
    .selectFrom('platform.outbox')
    .select('recipients')
    .where('messageId', 'in', [...messageIds])
    .executeTakeFirst()
  const { to, cc, bcc } = mail?.recipients ?? { to: [], cc: [], bcc: [] }
  return [...to, ...cc, ...bcc].map((address) => address.email.toLowerCase())
}

/** A report in plain words names whom it could not reach somewhere; where the mail had one recipient, it is them. */
function namedIn(failure: DeliveryReport, recipients: readonly string[], text: string): DeliveryReport {
  if (failure.recipient !== '') return failure
  const occurring = addressesIn(text.slice(0, 16_000)).filter((address) => recipients.includes(address))
  const recipient = occurring[0] ?? (recipients.length === 1 ? recipients[0] : undefined) ?? ''
  return { ...failure, recipient }
}
