import type { OutboxRow } from './outbox-row.ts'

/** What is handed over at once: the mail for all who get the same, or that of one recipient. */
export interface Copy {
  to: string[]
  /** Where the only recipient of this copy ends such mails. */
  stopUrl?: string
}

/** The copies of a mail that are still to be handed over: first the common one, then those with a link of their own. */
export function copiesOf(row: Pick<OutboxRow, 'recipients' | 'deliveredTo'>): Copy[] {
  const seen = new Set(row.deliveredTo)
  const common: string[] = []
  const own: Copy[] = []
  for (const { email, stopUrl } of [...row.recipients.to, ...row.recipients.cc, ...row.recipients.bcc]) {
    if (seen.has(email)) continue
    seen.add(email)
    if (stopUrl === undefined) common.push(email)
    else own.push({ to: [email], stopUrl })
  }
  return common.length > 0 ? [{ to: common }, ...own] : own
}
