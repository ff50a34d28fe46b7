import type { Cx } from '../../../platform/cx.ts'
import { factsAbout } from '../../../platform/facts/index.ts'
import { decodeCursor, pageOf } from '../../../platform/http/page.ts'
import { ticketFor } from './access.ts'

// What a requester may read of what happened; notes, tags and triage are the desk's own business.
const forRequesters = new Set([
  'ticket.opened',
  'ticket.status_changed',
  'ticket.assigned',
  'conversation.message_added',
])

/** The facts about a ticket, oldest first. */
export async function viewTimeline(cx: Cx, number: number, page: { cursor?: string; limit?: number }) {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  const limit = page.limit ?? 50
  const after = page.cursor === undefined ? undefined : Number(decodeCursor(page.cursor, 1)[0])
  const facts = await factsAbout(cx.db, 'ticket', number, { after, limit: limit + 1 })
  const { items, nextCursor } = pageOf(facts, limit, (fact) => [fact.id])
  const shown = ticket.standing === 'staff' ? items : items.filter((fact) => forRequesters.has(fact.name))
  return {
    nextCursor,
    items: shown.map((fact) => ({
      id: fact.id,
      fact: fact.name,
      at: fact.at.toISOString(),
      actor: { kind: fact.actorKind, id: fact.actorId, name: fact.actorName },
      data: ticket.standing === 'staff' ? fact.data : reduced(fact.data),
    })),
  }
}

/** Only the fields a requester sees on the ticket itself. */
function reduced(data: Record<string, unknown>): Record<string, unknown> {
  const changes = data.changes as Record<string, unknown> | undefined
  if (!changes) return {}
  const open = ['status', 'waitingUntil', 'teamId', 'assigneeId', 'estimatedAt']
  return { changes: Object.fromEntries(Object.entries(changes).filter(([field]) => open.includes(field))) }
}
