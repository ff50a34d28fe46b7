import type { Tx } from '../../../platform/db/index.ts'
import { noteBounce } from '../../../platform/mail/index.ts'
import type { ParsedMail } from './parse/parsed-mail.ts'

type Filed = { state: 'filed'; reason: string; ticketNumber: number } | { state: 'ignored'; reason: string }

/**
 * A delivery report is shown on the mail it is about, with the reason in words; it is no message of a person and opens
 * nothing.
 */
export async function fileReport(tx: Tx, mail: ParsedMail): Promise<Filed> {
  const failure = mail.reports.find((report) => report.action === 'failed' || report.status.startsWith('5'))
  if (!failure && mail.reports.length > 0) {
    return { state: 'ignored', reason: 'It reports on the way of a mail; nothing has failed for good.' }
  }
  const about = [...(mail.reportedMessageId ? [mail.reportedMessageId] : []), ...mail.inReplyTo, ...mail.references]
  const sent = await noteBounce(tx, about, failure ?? { recipient: '', status: '', diagnostic: '' })
  if (!sent) return { state: 'ignored', reason: 'It reports on a mail that the desk did not send.' }
  const ticket = /^ticket:(\d+)$/.exec(sent.about ?? '')?.[1]
  const reason = `It reports that mail ${sent.id} of the desk was not delivered.`
  return ticket ? { state: 'filed', reason, ticketNumber: Number(ticket) } : { state: 'ignored', reason }
}
