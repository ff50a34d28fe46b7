import type { Reader, Tx } from '../../../platform/db/index.ts'
import { deskAddress } from '../../../platform/mail/index.ts'

export interface MailboxCard {
  id: number
  address: string
  name: string
  teamId: number | null
  serviceId: number | null
  signature: string
  language: string | null
}

const KEEP_MS = 2000
let kept: { at: number; boxes: MailboxCard[] } | undefined

/** Active mailboxes; asked for with every mail, so remembered for a moment. */
export async function activeMailboxes(reader: Reader): Promise<MailboxCard[]> {
  if (kept && Date.now() - kept.at < KEEP_MS) return kept.boxes
  const boxes = await reader
    .selectFrom('intake.mailbox')
    .select(['id', 'address', 'name', 'teamId', 'serviceId', 'signature', 'language'])
    .where('active', '=', true)
    .orderBy('id')
    .execute()
  kept = { at: Date.now(), boxes }
  return boxes
}

/** To be called in the transaction that changes a mailbox. */
export function forgetMailboxes(tx: Tx): void {
  kept = undefined
  tx.afterCommit.push(() => {
    kept = undefined
  })
}

/** `support+t1042@x` is mail for `support@x`. */
export function withoutTag(email: string): string {
  return email.toLowerCase().replace(/\+[^@]*(?=@)/, '')
}

export async function mailboxFor(reader: Reader, addresses: readonly string[]): Promise<MailboxCard | undefined> {
  const boxes = await activeMailboxes(reader)
  const wanted = new Set(addresses.flatMap((address) => [address.toLowerCase(), withoutTag(address)]))
  return boxes.find((box) => wanted.has(box.address.toLowerCase()))
}

/** Whether mail to this address comes to the desk. */
export async function isOurAddress(reader: Reader, email: string): Promise<boolean> {
  const bare = withoutTag(email)
  if (bare === deskAddress().toLowerCase()) return true
  return (await mailboxFor(reader, [email])) !== undefined
}

/** The sender for answers to what came in through a mailbox. */
export async function mailboxById(reader: Reader, id: number): Promise<MailboxCard | undefined> {
  return (await activeMailboxes(reader)).find((box) => box.id === id)
}
