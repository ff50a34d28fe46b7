import type { Static } from 'typebox'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { MergedTicket, Status, Ticket } from '../contract/shapes.ts'
import { abilitiesOf, type HeldTicket, ticketFor, visibleTo } from './access.ts'
import { ticketNotFound } from './errors.ts'
import { presentRow, surroundingsOf } from './hydrate.ts'
import { type Attached, attachedTo, type MergedRecord, ticketColumns } from './queries.ts'
import { nextStatuses } from './rules.ts'

type Presented = Static<typeof Ticket>

/** The ticket as the actor may see it. With `evenIfHidden`, also the one they have just given away from their sight. */
export async function presentTicket(
  reader: Reader,
  actor: Actor,
  number: number,
  options: { evenIfHidden?: boolean } = {},
): Promise<Presented> {
  const readable = ticketFor(reader, actor, number, 'read').catch((problem: unknown) => {
    if (options.evenIfHidden) return givenAway(reader, actor, number)
    throw problem
  })
  // Asked for before it is known whether the actor may see it; then it is not shown.
  const [ticket, attached] = await Promise.all([readable, attachedTo(reader, number)])
  return presentHeld(reader, actor, ticket, attached)
}

async function givenAway(reader: Reader, actor: Actor, number: number): Promise<HeldTicket> {
  const ticket = await reader
    .selectFrom('ticket.ticket')
    .select(ticketColumns)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!ticket) throw ticketNotFound({ number })
  return { ...ticket, standing: 'none', abilities: abilitiesOf(actor, ticket, 'none'), mergedInto: null }
}

export async function presentHeld(
  reader: Reader,
  actor: Actor,
  ticket: HeldTicket,
  { watchers, affected, links, merge, merged }: Attached,
): Promise<Presented> {
  const staff = ticket.standing === 'staff'
  const others = [
    ...links.map((link) => link.other),
    ...merged.map((one) => one.number),
    ...(merge ? [merge.number] : []),
  ]
  const [around, seen] = await Promise.all([
    surroundingsOf(reader, [ticket], [...watchers, ...affected]),
    seenAmong(reader, actor, others),
  ])
  return {
    ...presentRow(ticket, around, ticket.mergedInto),
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
    links: links.flatMap(({ other, ...link }) => present(seen.get(other), (found) => ({ ...link, ...named(found) }))),
    merge: merge && { ...merge, subject: seen.get(merge.number)?.subject ?? null },
    merged: merged.flatMap((one) => present(seen.get(one.number), (found) => mergedTicket(one, found))),
    nextStatuses: ticket.abilities.changeStatus.allowed ? nextStatuses(ticket.status) : [],
    abilities: ticket.abilities,
  }
}

interface Other {
  number: number
  subject: string
  status: Status
  createdAt: Date
  requesterId: number
  requesterName: string
}

/** Of other tickets those that the actor may see; the rest is left out. */
async function seenAmong(reader: Reader, actor: Actor, numbers: readonly number[]): Promise<Map<number, Other>> {
  if (numbers.length === 0) return new Map()
  const others = await reader
    .selectFrom('ticket.ticket as t')
    .innerJoin('people.person as p', 'p.id', 't.requesterId')
    .select(['t.number', 't.subject', 't.status', 't.createdAt', 't.requesterId', 'p.name as requesterName'])
    .where('t.number', 'in', [...numbers])
    .where((eb) => visibleTo(actor)(eb as never))
    .execute()
  return new Map(others.map((other) => [other.number, other]))
}

function named({ number, subject, status }: Other) {
  return { number, subject, status }
}

function mergedTicket(one: MergedRecord, other: Other): Static<typeof MergedTicket> {
  const { subject, createdAt, requesterId, requesterName } = other
  return { ...one, subject, createdAt: createdAt.toISOString(), requester: { id: requesterId, name: requesterName } }
}

function present<A, B>(value: A | undefined, work: (value: A) => B): B[] {
  return value === undefined ? [] : [work(value)]
}
