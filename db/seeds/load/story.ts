import type { Batch, Teller } from './batch.ts'
import { sentences } from './words.ts'

interface Opened {
  number: number
  channel: string
  openedAt: Date
  teamId: number
  assigneeId: number
  position: number
  kind: string
  subject: string
  requesterId: number
  reporterId: number
  organisationId: number | null
  serviceId: number | null
  categoryId: number | null
  impact: number
  urgency: number
  priority: string
  location: string | null
  tags: string[]
}

interface Told {
  status: string
  statusSince: Date
  waitingUntil: Date | null
  teamId: number | null
  assigneeId: number | null
  updatedAt: Date
  version: number
}

const waits = ['waiting_requester', 'waiting_requester', 'waiting_vendor', 'waiting_until'] as const

/** Five in a hundred are still being worked on, most of them young; of the rest some wait to be closed. */
function ending({ random }: Teller, position: number): string {
  const young = position > 0.9 ? (position - 0.9) * 7 : 0.012
  if (random.chance(young))
    return random.chance(0.08)
      ? 'new'
      : random.chance(0.28)
        ? 'open'
        : random.chance(0.45)
          ? 'in_progress'
          : random.pick(waits)
  return position > 0.99 ? 'resolved' : 'closed'
}

/** Tells what happens on one ticket from its opening to its end, in messages and facts. */
export function story(batch: Batch, teller: Teller, ticket: Opened): Told {
  const { random, word, people, next, scale } = teller
  const { number, requesterId, assigneeId } = ticket
  const until = ending(teller, ticket.position)
  const now: Told = {
    status: 'new',
    statusSince: ticket.openedAt,
    waitingUntil: null,
    teamId: null,
    assigneeId: null,
    updatedAt: ticket.openedAt,
    version: 1,
  }
  let at = ticket.openedAt
  const later = (hours: number) => {
    // Never past today: a young ticket's story is told faster.
    at = new Date(
      Math.min(at.getTime() + random.between(0.1, 2) * hours * 3_600_000, (at.getTime() + scale.until.getTime()) / 2),
    )
  }
  const fact = (name: string, actorId: number | null, data: object) =>
    batch.facts.add([
      name,
      'ticket',
      number,
      at,
      actorId === null ? 'system' : 'person',
      actorId,
      actorId === null ? 'Deskhand' : people.name(actorId),
      JSON.stringify(data),
    ])
  const touch = () => {
    now.updatedAt = at
    now.version++
  }
  const say = (kind: 'reply' | 'note', direction: 'in' | 'out', authorId: number, length: number, first = false) => {
    const id = next.message++
    batch.messages.add([
      id,
      number,
      kind,
      direction,
      authorId,
      people.name(authorId),
      first ? ticket.subject : null,
      sentences(random, word, length),
      at,
      at,
    ])
    if (!first) touch()
    fact('conversation.message_added', authorId, { messageId: id, kind, direction, automatic: false, first })
  }
  const move = (status: string, actorId: number | null) => {
    if (status === now.status) return
    const waitingUntil =
      status === 'waiting_until' ? new Date(scale.until.getTime() + random.between(1, 30) * 86_400_000) : null
    const waited =
      waitingUntil || now.waitingUntil
        ? {
            waitingUntil: {
              before: now.waitingUntil?.toISOString() ?? null,
              after: waitingUntil?.toISOString() ?? null,
            },
          }
        : {}
    touch()
    fact('ticket.status_changed', actorId, { changes: { status: { before: now.status, after: status }, ...waited } })
    Object.assign(now, { status, statusSince: at, waitingUntil })
  }
  const { number: _, channel, openedAt, position, teamId, assigneeId: __, ...state } = ticket
  fact('ticket.opened', ticket.reporterId, {
    channel,
    state: {
      ...state,
      status: 'new',
      waitingUntil: null,
      teamId: null,
      assigneeId: null,
      affectedThing: null,
      affectedPersonIds: [],
      errorMessage: null,
      customFields: {},
      estimatedAt: null,
    },
    watcherIds: [],
  })
  say('reply', 'in', ticket.reporterId, 12 + random.below(36), true)
  if (until === 'new') return now
  later(1)
  touch()
  fact('ticket.assigned', assigneeId, {
    changes: { teamId: { before: null, after: teamId }, assigneeId: { before: null, after: assigneeId } },
  })
  Object.assign(now, { teamId, assigneeId })
  move('open', assigneeId)
  if (until === 'open') return now
  later(3)
  say('reply', 'out', assigneeId, 10 + random.below(30))
  move('in_progress', assigneeId)
  for (let turn = random.below(5); turn > 1; turn--) {
    later(8)
    if (random.chance(0.35)) say('note', 'out', assigneeId, 8 + random.below(20))
    else if (random.chance(0.5)) say('reply', 'in', requesterId, 8 + random.below(25))
    else say('reply', 'out', assigneeId, 8 + random.below(25))
  }
  if (until !== 'in_progress') later(12)
  if (until.startsWith('waiting')) move(until, assigneeId)
  if (until !== 'resolved' && until !== 'closed') return now
  say('note', 'out', assigneeId, 8 + random.below(15))
  const resolutionId = next.resolution++
  batch.resolutions.add([
    resolutionId,
    number,
    sentences(random, word, 8),
    sentences(random, word, 10),
    sentences(random, word, 7),
    at,
    assigneeId,
    people.name(assigneeId),
  ])
  move('resolved', assigneeId)
  fact('resolution.resolved', assigneeId, { resolutionId })
  if (until === 'resolved') return now
  const confirmed = random.chance(0.4)
  later(confirmed ? 20 : 140)
  const closer = confirmed ? requesterId : null
  batch.closures.add([
    resolutionId,
    confirmed ? 'confirmed' : 'silence',
    at,
    confirmed ? people.name(requesterId) : 'Deskhand',
  ])
  fact('resolution.closed', closer, { resolutionId, how: confirmed ? 'confirmed' : 'silence' })
  move('closed', closer)
  return now
}
