import { type RawBuilder, sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Rule, When } from '../contract/http-triggers.ts'

/** The newest tickets that are looked at; the past of a busy desk is long. */
const MOST = 20_000
const SHOWN = 10

/** How many tickets of the last days a rule would have fired for. Similar tickets cannot be told from the past. */
export async function previewTrigger(cx: Cx, { when, only }: Rule, days = 30) {
  if (when.kind === 'similar') return { count: null, tickets: [], days }
  const since = new Date(cx.now.getTime() - days * 86_400_000)
  const some = (column: string, type: string, wanted: readonly unknown[] | undefined) =>
    wanted && wanted.length > 0 ? sql`and ${sql.ref(column)} = any(${[...wanted]}::${sql.raw(type)}[])` : sql``
  const rows = await sql<{ number: number; subject: string; total: number }>`
    with recent as materialized (
      select number, subject, requester_id, organisation_id, priority, active, updated_at from ticket.ticket
      where created_at >= ${since} ${some('priority', 'text', only.priorities)} ${some('service_id', 'bigint', only.services)}
        ${some('team_id', 'bigint', only.teams)}
      order by created_at desc limit ${MOST}
    )
    select t.number, t.subject, (count(*) over ())::int as total from recent t where ${hits(when, cx.now)}
    order by t.number desc limit ${SHOWN}`.execute(cx.db)
  return {
    count: rows.rows[0]?.total ?? 0,
    tickets: rows.rows.map(({ number, subject }) => ({ number, subject })),
    days,
  }
}

/** A fact of the ticket with this name, and what else holds of it. */
const told = (name: string, holds: RawBuilder<unknown> = sql`true`) => sql`exists (select from platform.fact f
  where f.subject_kind = 'ticket' and f.subject_id = t.number and f.name = ${name} and ${holds})`

function hits(when: Exclude<When, { kind: 'similar' }>, now: Date): RawBuilder<unknown> {
  switch (when.kind) {
    case 'priority':
      return sql`(${told('ticket.opened', sql`f.data #>> '{state,priority}' = any(${when.priorities}::text[])`)}
        or ${told('ticket.priority_set', sql`f.data #>> '{changes,priority,after}' = any(${when.priorities}::text[])`)})`
    case 'vip':
      return sql`(exists (select from people.person p where p.id = t.requester_id and p.vip)
        or exists (select from people.organisation o where o.id = t.organisation_id and o.vip))`
    case 'reopened':
      return sql`(select count(*) from platform.fact f where f.subject_kind = 'ticket' and f.subject_id = t.number
        and f.name = 'ticket.status_changed' and f.data #>> '{changes,status,before}' in ('resolved', 'closed')
        and f.data #>> '{changes,status,after}' not in ('resolved', 'closed')) >= ${when.times}`
    case 'returned':
      return sql`(select count(*) from escalation.escalation e
        where e.ticket_number = t.number and e.ended_how = 'returned') >= ${when.times}`
    case 'urgent':
      return told('escalation.urgent_said')
    case 'sla':
      return when.percent === 100
        ? told('sla.breached')
        : sql`(${told('sla.breached')} or ${told('sla.warned', sql`(f.data ->> 'percent')::int >= ${when.percent}`)})`
    case 'idle':
      return sql`(t.active and t.updated_at < ${new Date(now.getTime() - when.minutes * 60_000)})`
    case 'keyword': {
      const pattern = `(^|[^[:alnum:]])(${when.words.map(literal).join('|')})($|[^[:alnum:]])`
      return sql`(t.subject ~* ${pattern} or exists (select from conversation.message m
        where m.ticket_number = t.number and m.direction = 'in' and m.text ~* ${pattern}))`
    }
  }
}

/** A word or phrase as a regular expression that finds just it; whatever parts its words parts them in the text. */
const literal = (word: string) =>
  word
    .trim()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('[^[:alnum:]]+')
