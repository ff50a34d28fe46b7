import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import type { ToldFact } from '../../../platform/facts/index.ts'
import { teamMemberIds } from '../../people/server/index.ts'
import { type TicketRecord, watcherIds } from '../../ticket/server/index.ts'
import type { NoticeKind } from '../contract/shapes.ts'

export interface Telling {
  personId: number
  kind: NoticeKind
  data: Record<string, unknown>
}

type Changes = Record<string, { before: unknown; after: unknown }>
const MOST = 200

/**
 * Whom a fact may interest and as what, the most pressing first: a person is told of a fact once. Whether they may see
 * the ticket and want to know is asked later.
 */
export async function audienceOf(tx: Tx, { name, data, id }: ToldFact, ticket: TicketRecord): Promise<Telling[]> {
  const changes = (data.changes ?? {}) as Changes
  switch (name) {
    case 'ticket.opened':
      return ofTeamOr(tx, ticket)
    case 'ticket.assigned': {
      if (changes.assigneeId && ticket.assigneeId !== null) return ofTeamOr(tx, ticket)
      return changes.teamId && ticket.assigneeId === null ? ofTeamOr(tx, ticket) : []
    }
    case 'ticket.status_changed': {
      if (data.mergedInto !== undefined) return []
      const { before, after } = changes.status ?? {}
      const words = { before, after }
      const asked = ['waiting_requester', 'resolved', 'closed'].includes(String(after))
      return [
        ...as('status', await workers(tx, ticket), words),
        ...(asked ? as('your_status', [ticket.requesterId, ticket.reporterId], words) : []),
      ]
    }
    case 'ticket.priority_set':
      return as('priority', await workers(tx, ticket), {
        before: changes.priority?.before,
        after: changes.priority?.after,
      })
    case 'conversation.message_added':
      return ofMessage(tx, data, ticket)
    case 'conversation.delivery_changed':
      return ofDelivery(tx, data, ticket)
    case 'sla.warned':
    case 'sla.breached': {
      const to = ticket.assigneeId === null ? await teamOf(tx, ticket) : [ticket.assigneeId]
      return as(name === 'sla.warned' ? 'sla_warned' : 'sla_breached', to, {
        target: data.target,
        dueAt: data.dueAt,
        percent: data.percent,
      })
    }
    case 'escalation.started':
      return data.kind === 'hierarchical'
        ? as('escalation', await toldLeads(tx, data.escalationId), { what: 'leads', to: data.to, mailed: true })
        : as('escalation', data.toTeamId === null ? [] : await teamMemberIds(tx, Number(data.toTeamId)), {
            what: 'started',
            to: data.to,
          })
    case 'escalation.accepted':
      return as('escalation', await starterOf(tx, data.escalationId), { what: 'accepted', to: data.to })
    case 'escalation.returned':
      return as('escalation', [...(await starterOf(tx, data.escalationId)), ...(await workers(tx, ticket))], {
        what: 'returned',
        from: data.from,
        reason: data.reason,
      })
    case 'oncall.person_paged':
      return as('paged', data.personIds as number[], { reason: data.reason })
    case 'oncall.page_unanswered':
      return as('escalation', await leadsOf(tx, ticket), { what: 'unanswered', reason: data.reason })
    case 'major.declared':
      return as('escalation', [Number(data.coordinatorId), ...(await leadsOf(tx, ticket))], {
        what: 'major',
        to: data.coordinator,
        reason: data.title,
      })
    default:
      throw new Error(`fact ${id} is called ${name}; nobody said whom that interests`)
  }
}

const as = (kind: NoticeKind, ids: readonly number[], data: Record<string, unknown> = {}): Telling[] =>
  [...new Set(ids)].map((personId) => ({ personId, kind, data }))

/** A new ticket or one that moved: whoever has it, or else the team that is to take it. */
async function ofTeamOr(tx: Tx, ticket: TicketRecord): Promise<Telling[]> {
  if (ticket.assigneeId !== null) return as('assigned', [ticket.assigneeId])
  return as('team_ticket', await teamOf(tx, ticket))
}

async function leadsOf(tx: Tx, ticket: TicketRecord): Promise<number[]> {
  let query = tx
    .selectFrom('people.teamMember as m')
    .innerJoin('people.person as p', 'p.id', 'm.personId')
    .select('m.personId')
    .distinct()
    .where('m.lead', '=', true)
    .where('p.active', '=', true)
    .limit(MOST)
  if (ticket.teamId !== null) query = query.where('m.teamId', '=', ticket.teamId)
  return (await query.execute()).map((row) => row.personId)
}

async function teamOf(tx: Tx, ticket: TicketRecord): Promise<number[]> {
  return ticket.teamId === null ? [] : (await teamMemberIds(tx, ticket.teamId)).slice(0, MOST)
}

/** Whoever works on it: the assignee, and those who watch. Watchers who only asked are sorted out with the rest. */
async function workers(tx: Tx, ticket: TicketRecord): Promise<number[]> {
  const watching = await watcherIds(tx, ticket.number)
  return ticket.assigneeId === null ? [...watching] : [ticket.assigneeId, ...watching]
}

async function ofMessage(tx: Tx, data: Record<string, unknown>, ticket: TicketRecord): Promise<Telling[]> {
  const message = await tx
    .selectFrom('conversation.message')
    .select(['kind', 'direction', 'automatic', 'html', sql<string>`left(text, 200)`.as('words')])
    .where('id', '=', Number(data.messageId))
    .executeTakeFirst()
  // Undone meanwhile.
  if (!message) return []
  const words = { words: message.words.replace(/\s+/g, ' ').trim() }
  if (message.kind === 'note')
    return [...as('mentioned', mentionedIn(message.html), words), ...as('note', await workers(tx, ticket), words)]
  if (message.direction === 'in') return message.automatic ? [] : as('replied', await workers(tx, ticket), words)
  return message.automatic
    ? []
    : as('answered', [ticket.requesterId, ticket.reporterId, ...(await watcherIds(tx, ticket.number))], words)
}

/** Ids of those whom a note names with an @. */
export function mentionedIn(html: string | null): number[] {
  return [...(html ?? '').matchAll(/\bdata-mention="(\d{1,15})"/g)].slice(0, 50).map((found) => Number(found[1]))
}

async function ofDelivery(tx: Tx, data: Record<string, unknown>, ticket: TicketRecord): Promise<Telling[]> {
  if (data.state !== 'failed') return []
  const author =
    typeof data.messageId === 'number'
      ? await tx
          .selectFrom('conversation.message')
          .select('authorId')
          .where('id', '=', data.messageId)
          .executeTakeFirst()
      : undefined
  const to = author?.authorId ?? ticket.assigneeId
  return to === null ? [] : as('delivery_failed', [to])
}

async function toldLeads(tx: Tx, escalationId: unknown): Promise<number[]> {
  const rows = await tx
    .selectFrom('escalation.recipient')
    .select('personId')
    .where('escalationId', '=', Number(escalationId))
    .execute()
  return rows.map((row) => row.personId)
}

async function starterOf(tx: Tx, escalationId: unknown): Promise<number[]> {
  const row = await tx
    .selectFrom('escalation.escalation')
    .select('startedBy')
    .where('id', '=', Number(escalationId))
    .executeTakeFirst()
  return row?.startedBy == null ? [] : [row.startedBy]
}
