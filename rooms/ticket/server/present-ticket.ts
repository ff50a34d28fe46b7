import type { Static } from 'typebox'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { LinkedTicket, Ticket } from '../contract/shapes.ts'
import { abilitiesOf, type HeldTicket, ticketFor, visibleTo } from './access.ts'
import { ticketNotFound } from './errors.ts'
import { presentRow, surroundingsOf } from './hydrate.ts'
import { attachedTo, type LinkRecord, ticketColumns } from './queries.ts'
import { nextStatuses } from './rules.ts'

type Presented = Static<typeof Ticket>

/** The ticket as the actor may see it. With `evenIfHidden`, also the one they have just given away from their sight. */
export async function presentTicket(
  reader: Reader,
  actor: Actor,
  number: number,
  options: { evenIfHidden?: boolean } = {},
): Promise<Presented> {
  const ticket = await ticketFor(reader, actor, number, 'read').catch((problem: unknown) => {
    if (options.evenIfHidden) return givenAway(reader, actor, number)
    throw problem
  })
  return presentHeld(reader, actor, ticket)
}

async function givenAway(reader: Reader, actor: Actor, number: number): Promise<HeldTicket> {
  const ticket = await reader
    .selectFrom('ticket.ticket')
    .select(ticketColumns)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!ticket) throw ticketNotFound({ number })
  return { ...ticket, standing: 'none', abilities: abilitiesOf(actor, ticket, 'none') }
}

export async function presentHeld(reader: Reader, actor: Actor, ticket: HeldTicket): Promise<Presented> {
  const staff = ticket.standing === 'staff'
  const { watchers, affected, links } = await attachedTo(reader, ticket.number)
  const [around, linked] = await Promise.all([
    surroundingsOf(reader, [ticket], [...watchers, ...affected]),
    presentLinks(reader, actor, links),
  ])
  return {
    ...presentRow(ticket, around),
    // What technicians sort by is theirs.
    tags: staff ? ticket.tags : [],
    reporter: around.person(ticket.reporterId),
    watchers: watchers.map(around.person),
    undeliverable: staff ? around.undeliverable([ticket.requesterId, ...watchers]) : [],
    affectedPersons: affected.map(around.person),
    affectedThing: ticket.affectedThing,
    location: ticket.location,
    errorMessage: ticket.errorMessage,
    customFields: ticket.customFields,
    links: linked,
    nextStatuses: ticket.abilities.changeStatus.allowed ? nextStatuses(ticket.status) : [],
    abilities: ticket.abilities,
  }
}

/** Links to tickets the actor may not see are left out. */
async function presentLinks(
  reader: Reader,
  actor: Actor,
  links: readonly LinkRecord[],
): Promise<Static<typeof LinkedTicket>[]> {
  if (links.length === 0) return []
  const others = await reader
    .selectFrom('ticket.ticket as t')
    .select(['t.number', 't.subject', 't.status'])
    .where(
      't.number',
      'in',
      links.map((link) => link.other),
    )
    .where(visibleTo(actor))
    .execute()
  const byNumber = new Map(others.map((other) => [other.number, other]))
  return links.flatMap(({ other, ...link }) => {
    const found = byNumber.get(other)
    return found ? [{ ...link, ...found }] : []
  })
}
