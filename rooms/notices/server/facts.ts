import type { Tx } from '../../../platform/db/index.ts'
import { hear, type ToldFact } from '../../../platform/facts/index.ts'
import { deliveryChanged, messageAdded } from '../../conversation/contract/facts.ts'
import { escalationAccepted, escalationReturned, escalationStarted } from '../../escalation/contract/facts.ts'
import { majorDeclared } from '../../major/contract/facts.ts'
import { pageUnanswered, personPaged } from '../../oncall/contract/facts.ts'
import { slaBreached, slaWarned } from '../../sla/contract/facts.ts'
import { ticketAssigned, ticketOpened, ticketPrioritySet, ticketStatusChanged } from '../../ticket/contract/facts.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { isSpam } from '../../triage/server/index.ts'
import { audienceOf } from './audience.ts'
import { askersSignIn, opensForSomebody } from './interest.ts'
import { tellChats } from './tell-chats.ts'
import { tellPeople } from './tell-people.ts'

/** Tells people and chats of one fact about a ticket. */
export async function tellOf(tx: Tx, fact: ToldFact): Promise<void> {
  const ticket = await unsafeTicket(tx, fact.subjectId)
  if (!ticket || (await isSpam(tx, ticket.number))) return
  await tellPeople(tx, fact, ticket, await audienceOf(tx, fact, ticket))
  await tellChats(tx, fact, ticket)
}

/** All of it later: nobody who changes a ticket waits until others were told. */
export const hearers = [
  hear('notices.opened', ticketOpened, 'later', tellOf, ({ state }, tx) => opensForSomebody(tx, state)),
  hear('notices.assigned', ticketAssigned, 'later', tellOf),
  hear('notices.status', ticketStatusChanged, 'later', tellOf),
  hear('notices.priority', ticketPrioritySet, 'later', tellOf),
  hear(
    'notices.message',
    messageAdded,
    'later',
    tellOf,
    ({ first, kind, direction, automatic }, tx, { subjectId }) =>
      !first && (kind === 'note' || (!automatic && (direction === 'in' || askersSignIn(tx, subjectId)))),
  ),
  hear('notices.delivery', deliveryChanged, 'later', tellOf, ({ state }) => state === 'failed'),
  hear('notices.escalated', escalationStarted, 'later', tellOf),
  hear('notices.accepted', escalationAccepted, 'later', tellOf),
  hear('notices.returned', escalationReturned, 'later', tellOf),
  hear('notices.warned', slaWarned, 'later', tellOf),
  hear('notices.breached', slaBreached, 'later', tellOf),
  hear('notices.unanswered', pageUnanswered, 'later', tellOf),
  hear('notices.major', majorDeclared, 'later', tellOf),
  hear('notices.paged', personPaged, 'later', tellOf),
]
