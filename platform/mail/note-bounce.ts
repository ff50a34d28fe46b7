import type { Tx } from '../db/index.ts'
import { tell } from '../facts/index.ts'
import { mailFailed } from './facts.ts'

export interface Bounce {
  recipient: string
  /** Enhanced status code (RFC 3463), e.g. 5.1.1; '' when the report has none. */
  status: string
  diagnostic: string
}

/** RFC 3463 in words; the first that fits. */
const WORDS: readonly [code: RegExp, words: string][] = [
  [/^5\.1\.[12]$/, 'The address does not exist.'],
  [/^5\.1\./, 'The address is not accepted.'],
  [/^5\.2\.1$/, 'The mailbox is disabled.'],
  [/^5\.2\.2$/, 'The mailbox is full.'],
  [/^5\.(?:2\.3|3\.4)$/, 'The message is too large for the recipient.'],
  [/^5\.4\./, 'The recipient’s server cannot be reached.'],
  [/^5\.6\./, 'The recipient’s server does not take this kind of content.'],
  [/^5\.7\./, 'The recipient’s server refuses it by its rules.'],
]

/** What a bounce says, for a person. */
export function bounceWords({ recipient, status, diagnostic }: Bounce): string {
  const words = WORDS.find(([code]) => code.test(status))?.[1] ?? 'It could not be delivered.'
  return `${words} (${[recipient, status, diagnostic].filter((part) => part !== '').join('; ')})`.slice(0, 1000)
}

/**
 * Notes on a sent mail that it came back. Returns what the mail was about, or null when the desk sent no mail with one of
 * these Message-IDs.
 */
export async function noteBounce(
  tx: Tx,
  messageIds: readonly string[],
  bounce: Bounce,
): Promise<{ id: number; about: string | null } | null> {
  if (messageIds.length === 0) return null
  const mail = await tx
    .selectFrom('platform.outbox')
    .select(['id', 'about', 'state'])
    .where('messageId', 'in', [...messageIds])
    .forUpdate()
    .executeTakeFirst()
  if (!mail) return null
  if (mail.state === 'sent' || mail.state === 'uncertain') {
    const error = bounceWords(bounce)
    await tx
      .updateTable('platform.outbox')
      .set({ state: 'failed', stateAt: tx.now, lastError: error })
      .where('id', '=', mail.id)
      .execute()
    await tell(tx, mailFailed, mail.id, { about: mail.about, error })
  }
  return { id: mail.id, about: mail.about }
}
