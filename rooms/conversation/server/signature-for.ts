import { textToHtml } from '../../../platform/html/index.ts'
import type { MailContext } from './mail-context.ts'
import type { Mailbox } from './sender-for.ts'

/** The technician's own signature where the mailbox allows one, else that of the mailbox, in the requester's language. */
export function signatureFor(
  context: Pick<MailContext, 'ownSignature'>,
  mailbox: Mailbox | undefined,
  language: string,
): { html: string; text: string } | undefined {
  const own = mailbox?.ownSignatures === false ? '' : (context.ownSignature ?? '')
  const text =
    own.trim() || (mailbox?.signatures[language.slice(0, 2)] ?? '').trim() || (mailbox?.signature ?? '').trim()
  return text === '' ? undefined : { html: textToHtml(text), text }
}
