import type { Static } from 'typebox'
import type { Reader } from '../../../platform/db/index.ts'
import { categoryCards, serviceCards } from '../../catalog/server/index.ts'
import { personCards, teamCards } from '../../people/server/index.ts'
import type { NamedRef, PersonRef, TicketRow, Undeliverable } from '../contract/shapes.ts'
import type { TicketRecord } from './queries.ts'

/** Everything that a set of tickets refers to, read with one query a kind. */
export interface Surroundings {
  person(id: number): Static<typeof PersonRef>
  /** Those of them whom mail does not reach. */
  undeliverable(ids: readonly number[]): Static<typeof Undeliverable>[]
  team(id: number | null): Static<typeof NamedRef> | null
  organisation(id: number | null): Static<typeof NamedRef> | null
  service(id: number | null): Static<typeof NamedRef> | null
  category(id: number | null): Static<typeof NamedRef> | null
}

type Refers = Pick<
  TicketRecord,
  'requesterId' | 'reporterId' | 'assigneeId' | 'teamId' | 'organisationId' | 'serviceId' | 'categoryId'
>

export async function surroundingsOf(
  reader: Reader,
  tickets: readonly Refers[],
  morePersons: readonly number[] = [],
): Promise<Surroundings> {
  const ids = (pick: (ticket: Refers) => number | null) => present(tickets.map(pick))
  const personIds = [
    ...ids((t) => t.requesterId),
    ...ids((t) => t.reporterId),
    ...ids((t) => t.assigneeId),
    ...morePersons,
  ]
  const [persons, teams, organisations, services, categories] = await Promise.all([
    personCards(reader, personIds),
    teamCards(
      reader,
      ids((t) => t.teamId),
    ),
    organisationNames(
      reader,
      ids((t) => t.organisationId),
    ),
    serviceCards(
      reader,
      ids((t) => t.serviceId),
    ),
    categoryCards(
      reader,
      ids((t) => t.categoryId),
    ),
  ])
  const named = (map: Map<number, { id: number; name: string }>) => (id: number | null) => {
    const found = id === null ? undefined : map.get(id)
    return found ? { id: found.id, name: found.name } : null
  }
  return {
    person(id) {
      const card = persons.get(id)
      return card
        ? { id: card.id, name: card.name, email: card.email, vip: card.vip }
        : { id, name: '?', email: null, vip: false }
    },
    undeliverable: (ids) =>
      ids.flatMap((id) => {
        const { name = '', email, undeliverable } = persons.get(id) ?? {}
        return email && undeliverable ? [{ id, name, email, reason: undeliverable }] : []
      }),
    team: named(teams),
    organisation: named(organisations),
    service: named(services),
    category: named(categories),
  }
}

export function presentRow(
  ticket: TicketRecord,
  around: Surroundings,
  mergedInto: number | null = null,
): Static<typeof TicketRow> {
  return {
    number: ticket.number,
    kind: ticket.kind,
    status: ticket.status,
    statusSince: ticket.statusSince.toISOString(),
    waitingUntil: ticket.waitingUntil?.toISOString() ?? null,
    priority: ticket.priority,
    impact: ticket.impact,
    urgency: ticket.urgency,
    subject: ticket.subject,
    channel: ticket.channel,
    requester: around.person(ticket.requesterId),
    organisation: around.organisation(ticket.organisationId),
    team: around.team(ticket.teamId),
    assignee: ticket.assigneeId === null ? null : around.person(ticket.assigneeId),
    service: around.service(ticket.serviceId),
    category: around.category(ticket.categoryId),
    tags: ticket.tags,
    estimatedAt: ticket.estimatedAt?.toISOString() ?? null,
    createdAt: ticket.createdAt.toISOString(),
    updatedAt: ticket.updatedAt.toISOString(),
    mergedInto,
    version: ticket.version,
  }
}

async function organisationNames(reader: Reader, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { id: number; name: string }>()
  const rows = await reader
    .selectFrom('people.organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function present(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids)].filter((id) => id !== null)
}
