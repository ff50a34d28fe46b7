import type { Random } from '../random.ts'
import { Rows, words } from './copy.ts'
import type { Ids } from './people.ts'
import { type Scale, skewed } from './scale.ts'
import { story } from './story.ts'
import { sentences } from './words.ts'

export interface Batch {
  tickets: Rows
  watchers: Rows
  messages: Rows
  resolutions: Rows
  closures: Rows
  facts: Rows
}

export const emptyBatch = (): Batch => ({
  tickets: new Rows('ticket.ticket', [
    'number',
    'kind',
    'status',
    'status_since',
    'waiting_until',
    'subject',
    'channel',
    'requester_id',
    'reporter_id',
    'organisation_id',
    'team_id',
    'assignee_id',
    'service_id',
    'category_id',
    'impact',
    'urgency',
    'priority',
    'location',
    'tags',
    'created_at',
    'updated_at',
    'version',
  ]),
  watchers: new Rows('ticket.watcher', ['ticket_number', 'person_id', 'added_at']),
  messages: new Rows('conversation.message', [
    'id',
    'ticket_number',
    'kind',
    'direction',
    'author_id',
    'author_name',
    'subject',
    'text',
    'sent_at',
    'created_at',
  ]),
  resolutions: new Rows('resolution.resolution', [
    'id',
    'ticket_number',
    'cause',
    'action',
    'verification',
    'resolved_at',
    'resolved_by',
    'resolved_by_name',
  ]),
  closures: new Rows('resolution.closure', ['resolution_id', 'how', 'closed_at', 'closed_by_name']),
  facts: new Rows('platform.fact', [
    'name',
    'subject_kind',
    'subject_id',
    'at',
    'actor_kind',
    'actor_id',
    'actor_name',
    'data',
  ]),
})

export interface Teller {
  random: Random
  word: () => string
  scale: Scale
  ids: Ids
  people: { name(id: number): string; organisation(id: number): number | null }
  next: { ticket: number; message: number; resolution: number }
}

const kinds = ['incident', 'incident', 'incident', 'request', 'request', 'question', 'change'] as const
const channels = ['email', 'email', 'email', 'portal', 'portal', 'phone', 'agent', 'api'] as const
const matrix = [
  ['critical', 'high', 'moderate'],
  ['high', 'moderate', 'low'],
  ['moderate', 'low', 'low'],
] as const

/** One ticket with all that belongs to it, as if it had been worked on. `position` is its place in time, 0 to 1. */
export function addTicket(batch: Batch, teller: Teller, position: number): void {
  const { random, word, scale, ids, people, next } = teller
  const number = next.ticket++
  const span = scale.until.getTime() - scale.from.getTime()
  // A desk grows: the last year has more tickets than the first.
  const openedAt = new Date(scale.from.getTime() + Math.sqrt(position * 0.96 + 0.04) * span - random.next() * 60_000)
  const team = skewed(random, ids.teams.length)
  const service = ids.services[skewed(random, ids.services.length)]
  const requesterId = ids.requesters[skewed(random, ids.requesters.length)] ?? 0
  const channel = random.pick(channels)
  const impact = random.chance(0.03) ? 1 : random.chance(0.2) ? 2 : 3
  const urgency = random.chance(0.12) ? 1 : random.chance(0.6) ? 2 : 3
  const assigneeId =
    (ids.members[team] ?? ids.technicians)[skewed(random, (ids.members[team] ?? ids.technicians).length)] ?? 0
  const base = {
    kind: random.pick(kinds),
    subject: sentences(random, word, 4 + random.below(6)).slice(0, -1),
    requesterId,
    reporterId: channel === 'phone' || channel === 'agent' ? assigneeId : requesterId,
    organisationId: people.organisation(requesterId),
    serviceId: service && random.chance(0.8) ? service.id : null,
    categoryId: null as number | null,
    impact,
    urgency,
    priority: matrix[impact - 1]?.[urgency - 1] ?? 'low',
    location: random.chance(0.3) ? `Building ${1 + random.below(12)}` : null,
    tags: random.chance(0.25)
      ? [
          ...new Set([
            scale.vocabulary[20 + skewed(random, 200)] ?? 'tag',
            scale.vocabulary[20 + skewed(random, 200)] ?? 'tag',
          ]),
        ]
      : [],
  }
  if (base.serviceId !== null && service?.categories.length)
    base.categoryId = service.categories[skewed(random, service.categories.length)] ?? null
  const told = story(batch, teller, {
    number,
    channel,
    openedAt,
    teamId: ids.teams[team] ?? 0,
    assigneeId,
    position,
    ...base,
  })
  batch.tickets.add([
    number,
    base.kind,
    told.status,
    told.statusSince,
    told.waitingUntil,
    base.subject,
    channel,
    requesterId,
    base.reporterId,
    base.organisationId,
    told.teamId,
    told.assigneeId,
    base.serviceId,
    base.categoryId,
    impact,
    urgency,
    base.priority,
    base.location,
    words(base.tags),
    openedAt,
    told.updatedAt,
    told.version,
  ])
  if (random.chance(0.08)) {
    const watcher = ids.requesters[skewed(random, ids.requesters.length)] ?? requesterId
    batch.watchers.add([number, watcher, openedAt])
  }
}
