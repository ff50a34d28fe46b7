import type { Reader, Tx } from '../../../platform/db/index.ts'
import type { ToldFact } from '../../../platform/facts/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { teamCards } from '../../people/server/index.ts'
import type { TicketRecord } from '../../ticket/server/index.ts'
import type { ChannelRule } from '../contract/http-channels.ts'
import type { ChannelKind } from '../contract/shapes.ts'
import { chats } from './chats.ts'
import { postToChat } from './post-to-chat.ts'

/** Pure: as what a chat is told of a fact; undefined when it never is. */
export function channelKindOf({
  name,
  data,
}: {
  name: string
  data: Record<string, unknown>
}): ChannelKind | undefined {
  const changes = (data.changes ?? {}) as Record<string, { after: unknown }>
  switch (name) {
    case 'ticket.opened':
      return 'opened'
    case 'ticket.assigned':
      return changes.assigneeId?.after == null ? undefined : 'assigned'
    case 'ticket.priority_set':
      return 'priority'
    case 'ticket.status_changed':
      return changes.status?.after === 'resolved' ? 'resolved' : undefined
    case 'conversation.message_added':
      return data.direction === 'in' && data.kind === 'reply' && !data.first && !data.automatic ? 'replied' : undefined
    case 'sla.warned':
      return 'sla_warned'
    case 'sla.breached':
      return 'sla_breached'
    case 'escalation.started':
      return 'escalation'
    default:
      return undefined
  }
}

export async function tellChats(tx: Tx, fact: ToldFact, ticket: TicketRecord): Promise<void> {
  const kind = channelKindOf(fact)
  if (!kind) return
  const all = (await chats.get(tx)).filter(({ rule }) => rule.kinds.includes(kind))
  if (all.length === 0) return
  const hidden = await isPrivate(tx, ticket.teamId)
  for (const { id: channelId, rule } of all) {
    if (!wants(rule, ticket, hidden)) continue
    const post = await tx
      .insertInto('notices.post')
      .values({
        channelId,
        factId: fact.id,
        ticketNumber: ticket.number,
        kind,
        state: 'queued',
        error: null,
        createdAt: tx.now,
        stateAt: tx.now,
      })
      .onConflict((conflict) => conflict.columns(['channelId', 'factId']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (post) await addJob(tx, postToChat, { postId: post.id }, { key: `chat post ${post.id}` })
  }
}

/** A private team's tickets go only where that team is named. */
export function wants(
  { priorities, teams }: ChannelRule,
  ticket: { priority: ChannelRule['priorities'][number]; teamId: number | null },
  hidden: boolean,
): boolean {
  if (priorities.length > 0 && !priorities.includes(ticket.priority)) return false
  if (teams.length > 0) return ticket.teamId !== null && teams.includes(ticket.teamId)
  return !hidden
}

async function isPrivate(reader: Reader, teamId: number | null): Promise<boolean> {
  return teamId !== null && (await teamCards(reader, [teamId])).get(teamId)?.visibility === 'members'
}
