import { type Ability, no } from '../../../platform/access/ability.ts'
import { actAs, type Cx, systemActor } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import type { Status } from '../../ticket/contract/http.ts'
import {
  changeStatus,
  type HeldTicket,
  isActive,
  type TicketRecord,
  ticketFor,
  unsafeTicket,
} from '../../ticket/server/index.ts'
import { spamMarked, spamUnmarked } from '../contract/facts.ts'
import type { SpamMark } from '../contract/http.ts'
import { notAllowed } from './errors.ts'
import { spamMarkOf } from './queries.ts'

export async function viewSpam(cx: Cx, number: number): Promise<SpamMark> {
  return presentSpam(cx.db, await ticketFor(cx.db, cx.actor, number, 'read'))
}

/** Closes a ticket as spam. The mark is written before the status changes, so that whoever hears of that finds it. */
export async function markSpam(cx: Cx, number: number): Promise<SpamMark> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'read', { lock: true })
    if (await spamMarkOf(tx, number)) return presentSpam(tx, ticket)
    demand(mayMark(ticket))
    await mark(tx, ticket)
    return presentSpam(tx, await ticketFor(tx, cx.actor, number, 'read'))
  })
}

/** Command: marks a ticket that was opened for what a mail server takes for spam. */
export async function markAsSpam(tx: Tx, number: number): Promise<void> {
  const ticket = await unsafeTicket(tx, number, true)
  if (ticket) await actAs(tx, systemActor, () => mark(tx, ticket))
}

async function mark(tx: Tx, ticket: TicketRecord): Promise<void> {
  await tx
    .insertInto('triage.spam')
    .values({
      ticketNumber: ticket.number,
      statusBefore: ticket.status,
      byId: tx.actor.id,
      byName: tx.actor.name,
      markedAt: tx.now,
    })
    .execute()
  await tell(tx, spamMarked, ticket.number, { statusBefore: ticket.status })
  if (isActive(ticket.status)) await changeStatus(tx, ticket, 'closed', 'spam')
}

/** Takes the mark away and puts the ticket back to work: as it was, or open where that cannot be gone back to. */
export async function unmarkSpam(cx: Cx, number: number): Promise<SpamMark> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'read', { lock: true })
    const mark = await spamMarkOf(tx, number)
    if (!mark) return presentSpam(tx, ticket)
    demand(mayUnmark(ticket))
    await tx.deleteFrom('triage.spam').where('ticketNumber', '=', number).execute()
    await tell(tx, spamUnmarked, number, { status: mark.statusBefore })
    if (isActive(mark.statusBefore) && ticket.status === 'closed') await putBack(tx, ticket, mark.statusBefore)
    return presentSpam(tx, await ticketFor(tx, cx.actor, number, 'read'))
  })
}

async function putBack(tx: Tx, ticket: TicketRecord, status: Status): Promise<void> {
  await changeStatus(tx, ticket, status === 'new' ? 'new' : 'open', 'spam')
  if (!['in_progress', 'waiting_requester', 'waiting_vendor'].includes(status)) return
  const reopened = await unsafeTicket(tx, ticket.number)
  if (reopened) await changeStatus(tx, reopened, status, 'status')
}

async function presentSpam(reader: Reader, ticket: HeldTicket): Promise<SpamMark> {
  const mark = ticket.standing === 'staff' ? await spamMarkOf(reader, ticket.number) : undefined
  return {
    spam: mark !== undefined,
    by: mark ? { id: mark.byId, name: mark.byName } : null,
    at: mark?.markedAt.toISOString() ?? null,
    abilities: {
      mark: mark ? no('triage.spam_already', 'It is marked as spam already.') : mayMark(ticket),
      unmark: mark ? mayUnmark(ticket) : no('triage.not_spam', 'It is not marked as spam.'),
    },
  }
}

function mayMark(ticket: HeldTicket): Ability {
  return isActive(ticket.status) ? ticket.abilities.update : mayUnmark(ticket)
}

/** Who may link tickets may work on them whether they are closed or not. */
function mayUnmark(ticket: HeldTicket): Ability {
  return ticket.abilities.link
}

function demand(ability: Ability): void {
  if (!ability.allowed) throw notAllowed({ reason: ability.reason ?? 'You may not do this.' })
}
