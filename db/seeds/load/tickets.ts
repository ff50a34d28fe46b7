import type { Batch, Teller } from './batch.ts'
import { words } from './copy.ts'
import { skewed } from './scale.ts'
import { story } from './story.ts'
import { sentences } from './words.ts'

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
