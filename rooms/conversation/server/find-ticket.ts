import type { Tx } from '../../../platform/db/index.ts'
import type { ItemToFile } from '../../intake/server/index.ts'
import { lockTickets, survivorOf, type TicketRecord, unsafeTicket } from '../../ticket/server/index.ts'
import { ticketByReferences, ticketNamedBefore } from './queries.ts'

export interface FoundTicket {
  ticket: TicketRecord
  /**
   * The sender holds something that only who got a mail of this ticket can have: a signed address, a Message-ID. Anybody
   * can write a number into a subject.
   */
  proved: boolean
  /** The ticket it belongs to, where that was merged into the one above. What proves something of it proves nothing there. */
  merged?: { ticket: TicketRecord; proved: boolean }
}

/** A name for Outlook's conversation among the Message-IDs. */
export function threadName(threadIndex: string): string {
  return `thread-index:${threadIndex}`
}

/**
 * The ticket that a mail belongs to, by what proves most: the signed address it was sent to, the mails it refers to, a mail
 * that referred to it and came first, the number in its subject, Outlook's conversation. Where that was merged, the ticket that
 * carries it on. Locked.
 */
export async function findTicket(tx: Tx, item: ItemToFile): Promise<FoundTicket | undefined> {
  const named = [item.inReplyTo, ...item.references.toReversed()].filter((id) => id !== null)
  const proof =
    item.signedTicket ??
    (await ticketByReferences(tx, named)) ??
    (item.messageId === null ? null : await ticketNamedBefore(tx, item.messageId))
  if (proof !== null) return found(tx, proof, true)
  if (item.ticketHint !== null) return found(tx, item.ticketHint, false)
  // Clients that lose References keep this one; a new mail, and a mail to another server, gets a new one.
  const thread = item.threadIndex === null ? null : await ticketByReferences(tx, [threadName(item.threadIndex)])
  return thread === null ? undefined : found(tx, thread, true)
}

async function found(tx: Tx, number: number, proved: boolean): Promise<FoundTicket | undefined> {
  const onward = await survivorOf(tx, number)
  if (onward !== null) await lockTickets(tx, [number, onward])
  const ticket = await unsafeTicket(tx, number, true)
  const survivor = ticket?.status === 'closed' ? await survivorOf(tx, number) : null
  if (!ticket || survivor === null) return ticket && { ticket, proved }
  const into = await unsafeTicket(tx, survivor, true)
  return into && { ticket: into, proved: false, merged: { ticket, proved } }
}
