import { sql } from 'kysely'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Cx } from '../../../platform/cx.ts'
import { openSecret } from '../../../platform/secrets/index.ts'
import { deskSettings } from '../../people/server/index.ts'
import { visibleTo } from '../../ticket/server/index.ts'
import type { ChannelRule } from '../contract/http-channels.ts'
import type { ChatService } from '../contract/shapes.ts'
import { chatBody, chatLine } from './chat-words.ts'
import { channelNotFound, noAddress } from './errors.ts'
import { send } from './post-to-chat.ts'
import { channelKindOf, wants } from './tell-chats.ts'

const SHOWN = 8
const LOOKED_AT = 5000
const told = [
  'ticket.opened',
  'ticket.assigned',
  'ticket.priority_set',
  'ticket.status_changed',
  'conversation.message_added',
  'sla.warned',
  'sla.breached',
  'escalation.started',
]

/** Sends a sample, from the form that is being filled in or from what is saved. */
export async function tryChannel(cx: Cx, wish: { kind: ChatService; url?: string; channel?: number }) {
  const url = wish.url ?? (await savedUrl(cx, wish.channel))
  const { defaultLanguage } = await deskSettings(cx.db)
  const note = {
    kind: 'opened' as const,
    number: 1,
    subject: defaultLanguage.startsWith('de') ? 'Ein Versuch' : 'A trial',
    priority: 'low',
    team: null,
    url: `${publicUrl()}/desk`,
    by: cx.actor.name,
  }
  const { ok, answer } = await send(url, chatBody(wish.kind, defaultLanguage, note))
  return { ok, answer }
}

async function savedUrl(cx: Cx, id: number | undefined): Promise<string> {
  if (id === undefined) throw noAddress(undefined, { field: 'body.url' })
  const row = await cx.db
    .selectFrom('notices.channel')
    .select('url')
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw channelNotFound({ id })
  return (await openSecret(cx.db, row.url)).toString('utf8')
}

/** What a rule would have told of the last days, judged by the tickets as they are now. */
export async function previewChannel(cx: Cx, rule: ChannelRule, days = 7) {
  const since = new Date(cx.now.getTime() - days * 86_400_000)
  const { defaultLanguage } = await deskSettings(cx.db)
  const facts = await cx.db
    .selectFrom('platform.fact as f')
    .innerJoin('ticket.ticket as t', 't.number', 'f.subjectId')
    .leftJoin('people.team as m', 'm.id', 't.teamId')
    .select(['f.name', 'f.data', 'f.actorName', 'f.actorKind', 't.number', 't.subject', 't.priority', 't.teamId'])
    .select(['m.name as team', sql<boolean>`coalesce(m.visibility = 'members', false)`.as('hidden')])
    .where('f.subjectKind', '=', 'ticket')
    .where('f.at', '>=', since)
    .where('f.name', 'in', told)
    .where(visibleTo(cx.actor) as never)
    .orderBy('f.id', 'desc')
    .limit(LOOKED_AT)
    .execute()
  const hits = facts.flatMap((fact) => {
    const kind = channelKindOf(fact as never)
    return kind && rule.kinds.includes(kind) && wants(rule, fact, fact.hidden) ? [{ ...fact, kind }] : []
  })
  return {
    count: hits.length,
    days,
    examples: hits.slice(0, SHOWN).map(({ kind, number, subject, priority, team, actorName, actorKind }) => ({
      number,
      words: chatLine(defaultLanguage, {
        kind,
        number,
        subject: rule.subject ? subject : '',
        priority,
        team,
        url: '',
        by: actorKind === 'system' ? '' : actorName,
      }),
    })),
  }
}
