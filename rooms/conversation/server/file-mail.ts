import type { Actor } from '../../../platform/access/actor.ts'
import { actAs, nameOnly } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import {
  forwardedItem,
  type ItemToFile,
  itemToFile,
  markFiled,
  markHeld,
  markIgnored,
} from '../../intake/server/index.ts'
import { standsAsStaff } from '../../ticket/server/index.ts'
import { isSpam, markAsSpam, sentOnlySpam } from '../../triage/server/index.ts'
import { referTo } from './add-message.ts'
import { fileAnswer, fileUnproved } from './file-answer.ts'
import { fileForward, noteForward } from './file-forward.ts'
import { fileNew } from './file-new.ts'
import { fileReply } from './file-reply.ts'
import { fileSideAnswer } from './file-side-answer.ts'
import { sideConversationOf } from './find-side-conversation.ts'
import { type FoundTicket, findTicket, threadName } from './find-ticket.ts'
import { senderOf, technicianOf } from './mail-people.ts'
import { mayJoin, type Sender } from './may-join.ts'
import { messageOfItem } from './queries.ts'

/**
 * Decides where a received e-mail belongs: on the ticket it answers when its sender has part in it, on a follow-up when
 * that ticket is closed, else on a new ticket (linked to the one it named, so that nothing leaks and nothing is lost). What
 * a technician writes is an answer of the desk, what they pass on a ticket of whoever wrote it.
 */
export async function fileMail(tx: Tx, itemId: number): Promise<void> {
  const item = await itemToFile(tx, itemId)
  // What comes back from outside never reaches the ticket's own conversation.
  const side = await sideConversationOf(
    tx,
    [item.inReplyTo, ...item.references.toReversed()].filter((id) => id !== null),
    item.signedSide,
  )
  if (side) return fileSideAnswer(tx, side, item)
  const person = await senderOf(tx, item.from, item.language)
  const answered = await findTicket(tx, item)
  // What follows spam opens nothing and sends nothing; it stays among the mails an administrator can see.
  if (answered?.ticket.requesterId === person.id && (await isSpam(tx, answered.ticket.number)))
    return markIgnored(tx, itemId, `It answers #${answered.ticket.number}, which is marked as spam.`)
  if (!answered && item.spammers !== 'file' && (await sentOnlySpam(tx, person.id))) {
    const mark = item.spammers === 'hold' ? markHeld : markIgnored
    return mark(tx, itemId, 'All that its sender ever sent is marked as spam.')
  }
  const technician = await technicianOf(tx, person)
  // What follows from a mail is told in the name of its sender.
  const ticketNumber = await actAs(tx, nameOnly(person), async () =>
    technician
      ? await fileFromTechnician(tx, item, person, technician, answered)
      : await fileFromPerson(tx, item, person, answered),
  )
  if (item.threadIndex !== null) referTo(tx, threadName(item.threadIndex), ticketNumber)
  const message = await messageOfItem(tx, itemId)
  await markFiled(tx, itemId, { ticketNumber, messageId: message?.id ?? null })
}

async function fileFromPerson(
  tx: Tx,
  item: ItemToFile,
  person: Sender,
  answered: FoundTicket | undefined,
): Promise<number> {
  if (!answered) {
    const number = await fileNew(tx, item, person, undefined)
    if (item.spam) await markAsSpam(tx, number)
    return number
  }
  const { ticket, merged } = answered
  const open = ticket.status !== 'closed'
  const theirs = await mayJoin(tx, ticket, person, item.from.email, answered.proved)
  if (theirs && open) return fileReply(tx, answered, item, person)
  // Who has part in the ticket that was merged says it where that goes on, without getting to see what others say there.
  const guest = merged && !theirs && (await mayJoin(tx, merged.ticket, person, item.from.email, merged.proved))
  if (guest && open) return fileReply(tx, answered, item, person, { guest })
  return fileNew(tx, item, person, guest ? { ticket: merged.ticket, theirs: true } : { ticket, theirs })
}

async function fileFromTechnician(
  tx: Tx,
  item: ItemToFile,
  person: Sender,
  actor: Actor,
  answered: FoundTicket | undefined,
): Promise<number> {
  // With a sender that is known to be forged nobody may put words into another's mouth.
  const original = item.automatic || item.verdict === 'fail' ? null : await forwardedItem(tx, item.id)
  const ticket = answered?.ticket
  if (!ticket) {
    const opened = original && (await fileForward(tx, item, original, actor))
    return opened ?? fileFromPerson(tx, item, person, undefined)
  }
  // Their own ticket, and one that they may not see: there they are whoever wrote.
  const asked = [ticket.requesterId, answered.merged?.ticket.requesterId].includes(person.id)
  if (asked || !standsAsStaff(actor, ticket)) return fileFromPerson(tx, item, person, answered)
  if (original) await noteForward(tx, ticket, item, actor)
  else if (item.verdict === 'pass' && !item.automatic) await fileAnswer(tx, ticket, item, actor)
  else await fileUnproved(tx, ticket, item)
  return ticket.number
}
