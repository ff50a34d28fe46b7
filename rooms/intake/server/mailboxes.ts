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
  replyTags: 'auto' | 'on' | 'off'
  /** Whence its mails go out, when not from its own address. */
  fromEmail: string | null
  /** By language; `signature` stands for the others. */
  signatures: Record<string, string>
  ownSignatures: boolean
  /** The way its mails go out (platform.mail_sender), when not the desk's. */
  senderId: number | null
}

const KEEP_MS = 2000
let kept: { at: number; boxes: MailboxCard[] } | undefined

/** Active mailboxes; asked for with every mail, so remembered for a moment. */
export async function activeMailboxes(reader: Reader): Promise<MailboxCard[]> {
  if (kept && Date.now() - kept.at < KEEP_MS) return kept.boxes
  const rows = await reader
    .selectFrom('intake.mailbox as m')
    .leftJoin('intake.mailboxSending as s', 's.mailboxId', 'm.id')
    .select(['m.id', 'm.address', 'm.name', 'm.teamId', 'm.serviceId', 'm.signature', 'm.language', 'm.replyTags'])
    .select(['s.fromEmail', 's.signatures', 's.ownSignatures', 's.senderId'])
    .where('m.active', '=', true)
    .orderBy('m.id')
    .execute()
  const boxes = rows.map(({ signatures, ownSignatures, ...box }) => ({
    ...box,
    signatures: signatures ?? {},
    ownSignatures: ownSignatures ?? true,
  }))
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

/** The mailbox of the first of these addresses that is one, with or without a tag. */
export async function mailboxFor(reader: Reader, addresses: readonly string[]): Promise<MailboxCard | undefined> {
  const boxes = new Map((await activeMailboxes(reader)).map((box) => [box.address.toLowerCase(), box]))
  for (const address of addresses) {
    const box = boxes.get(address.toLowerCase()) ?? boxes.get(withoutTag(address))
    if (box) return box
  }
  return undefined
}

/** Addresses of a message, by what says them. */
export interface Addressed {
  /** SMTP's RCPT TO; the collected mailbox for IMAP. */
  envelope: readonly string[]
  /** Delivered-To and its kin. */
  delivered: readonly string[]
  /** To, then Cc. */
  named: readonly string[]
}

/**
 * Where a message belongs. The envelope knows best; but an account that is collected may take the mail of several
 * mailboxes, so there the message's own words come first, unless they name the account itself.
 */
export async function mailboxOf(reader: Reader, door: string, to: Addressed): Promise<MailboxCard | undefined> {
  if (door !== 'imap') return mailboxFor(reader, [...to.envelope, ...to.delivered, ...to.named])
  const collected = await mailboxFor(reader, to.envelope)
  for (const address of to.named) if (collected && (await mailboxFor(reader, [address])) === collected) return collected
  return (await mailboxFor(reader, to.named)) ?? collected ?? (await mailboxFor(reader, to.delivered))
}

/** Every address that mail to the desk can have; inactive mailboxes are none. */
export async function ourAddresses(reader: Reader): Promise<string[]> {
  return [deskAddress(), ...(await activeMailboxes(reader)).map((box) => box.address)]
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
