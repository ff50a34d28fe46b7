import { type RawBuilder, sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import { decodeCursor, pageOf } from '../../../platform/http/page.ts'
import { visibleTo } from '../../ticket/server/index.ts'
import type { ReportedEscalation } from '../contract/http-report.ts'
import type { kinds } from '../contract/shapes.ts'

interface Period {
  from?: string
  to?: string
  kind?: (typeof kinds)[number]
  team?: number
}
const usualDays = 30
/** Of a desk with more, the newest tell enough of the time in each tier. */
const MOST_TICKETS = 20_000

const bounds = (cx: Cx, { from, to }: Period) => {
  const end = to ? new Date(to) : cx.now
  return [from ? new Date(from) : new Date(end.getTime() - usualDays * 86_400_000), end] as const
}

export async function listEscalations(cx: Cx, ask: Period & { limit?: number; cursor?: string }) {
  const limit = ask.limit ?? 50
  const [from, to] = bounds(cx, ask)
  let query = cx.db
    .selectFrom('escalation.escalation as e')
    .innerJoin('ticket.ticket as t', 't.number', 'e.ticketNumber')
    .leftJoin('people.team as f', 'f.id', 'e.fromTeamId')
    .leftJoin('people.team as g', 'g.id', 'e.toTeamId')
    .select(['e.id', 'e.kind', 'e.supplier', 'e.reason', 'e.problem', 'e.startedAt', 'e.startedByName', 'e.acceptedAt'])
    .select(['e.acceptedByName', 'e.endedAt', 'e.endedHow', 't.number', 't.subject', 'f.name as fromTeam'])
    .select(['g.name as toTeam'])
    .select([
      sql<string | null>`(select string_agg(p.name, ', ' order by p.name) from escalation.recipient r
        join people.person p on p.id = r.person_id where r.escalation_id = e.id)`.as('leads'),
      sql<string | null>`(select x.name from escalation.firing i join escalation.trigger x on x.id = i.trigger_id
        where i.escalation_id = e.id limit 1)`.as('trigger'),
    ])
    .where('e.startedAt', '>=', from)
    .where('e.startedAt', '<', to)
    .where(visibleTo(cx.actor) as never)
    .orderBy('e.startedAt', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit + 1)
  if (ask.kind) query = query.where('e.kind', '=', ask.kind)
  if (ask.team)
    query = query.where((eb) => eb.or([eb('e.fromTeamId', '=', ask.team ?? 0), eb('e.toTeamId', '=', ask.team ?? 0)]))
  if (ask.cursor) {
    const [at, id] = decodeCursor(ask.cursor, 2)
    query = query.where(sql<boolean>`(e.started_at, e.id) < (${String(at)}::timestamptz, ${Number(id)}::bigint)`)
  }
  const page = pageOf(await query.execute(), limit, (row) => [row.startedAt.toISOString(), row.id])
  return {
    nextCursor: page.nextCursor,
    items: page.items.map(
      (row): ReportedEscalation => ({
        id: row.id,
        kind: row.kind,
        ticket: { number: row.number, subject: row.subject },
        from: row.fromTeam,
        to: row.toTeam ?? row.supplier ?? row.leads ?? '',
        by: row.startedByName,
        trigger: row.trigger,
        why: row.reason ?? row.problem,
        startedAt: row.startedAt.toISOString(),
        acceptedAt: row.acceptedAt?.toISOString() ?? null,
        acceptedBy: row.acceptedByName,
        endedAt: row.endedAt?.toISOString() ?? null,
        ended: row.endedHow,
      }),
    ),
  }
}

interface Figures {
  handOffs: number
  toLeads: number
  byTrigger: number
  returned: number
  waiting: number
  acceptedMinutes: number | null
}

export async function escalationReport(cx: Cx, ask: Period) {
  const [from, to] = bounds(cx, ask)
  const hidden = [...(cx.actor.hiddenTeamIds ?? [])]
  const seen = sql`(t.team_id is null or t.team_id <> all(${hidden}::bigint[]))`
  const team = ask.team ? sql`and ${ask.team} in (e.from_team_id, e.to_team_id)` : sql``
  const kind = ask.kind ? sql`and e.kind = ${ask.kind}` : sql``
  const { rows } = await sql<Figures>`
    select count(*) filter (where e.kind = 'functional')::int as "handOffs",
      count(*) filter (where e.kind = 'hierarchical')::int as "toLeads",
      count(*) filter (where exists (select from escalation.firing i where i.escalation_id = e.id))::int as "byTrigger",
      count(*) filter (where e.ended_how = 'returned')::int as returned,
      count(*) filter (where e.accepted_at is null and e.ended_at is null)::int as waiting,
      percentile_cont(0.5) within group (order by extract(epoch from e.accepted_at - e.started_at) / 60)
        filter (where e.accepted_at is not null) as "acceptedMinutes"
    from escalation.escalation e join ticket.ticket t on t.number = e.ticket_number
    where e.started_at >= ${from} and e.started_at < ${to} and ${seen} ${team} ${kind}`.execute(cx.db)
  const figures = rows[0] as Figures
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    ...figures,
    acceptedMinutes: figures.acceptedMinutes === null ? null : round(figures.acceptedMinutes),
    tiers: await timeInTiers(cx, from, to, seen, ask.team),
  }
}

/**
 * How long tickets stood in each tier: from their facts, from being given to a team until the next, without the time in
 * which they were solved or closed.
 */
async function timeInTiers(cx: Cx, from: Date, to: Date, seen: RawBuilder<unknown>, team: number | undefined) {
  const of = team ? sql`where m.id = ${team}` : sql``
  const { rows } = await sql<{ tier: number; tickets: number; minutes: number }>`
    with recent as materialized (
      select t.number from ticket.ticket t where t.created_at >= ${from} and t.created_at < ${to} and ${seen}
      order by t.number desc limit ${MOST_TICKETS}
    ), steps as (
      select f.subject_id as number, f.id, f.at,
        case when f.name = 'ticket.opened' then f.data #>> '{state,teamId}' else f.data #>> '{changes,teamId,after}' end as team,
        f.name = 'ticket.status_changed' as is_status,
        f.data #>> '{changes,status,after}' in ('resolved', 'closed') as is_over
      from recent join platform.fact f on f.subject_kind = 'ticket' and f.subject_id = recent.number
      where f.name = 'ticket.opened' or (f.name = 'ticket.assigned' and f.data -> 'changes' ? 'teamId')
        or (f.name = 'ticket.status_changed' and f.data -> 'changes' ? 'status')
    ), known as (
      select number, id, at,
        -- A change of status keeps the team that the ticket had.
        (array_agg(team) filter (where not is_status) over so_far)[count(*) filter (where not is_status) over so_far] as team,
        coalesce((array_agg(is_over) filter (where is_status) over so_far)[count(*) filter (where is_status) over so_far], false) as is_over,
        lead(at) over (partition by number order by id) as next_at
      from steps window so_far as (partition by number order by id)
    ), stood as (
      select k.number, m.tier, sum(extract(epoch from coalesce(k.next_at, ${cx.now}) - k.at)) / 60 as minutes
      from known k join people.team m on m.id = k.team::bigint ${of}
      ${team ? sql`and` : sql`where`} not k.is_over
      group by k.number, m.tier
    )
    select tier, count(*)::int as tickets, percentile_cont(0.5) within group (order by minutes) as minutes
    from stood group by tier order by tier`.execute(cx.db)
  return rows.map(({ tier, tickets, minutes }) => ({ tier, tickets, minutes: round(Number(minutes)) }))
}

const round = (minutes: number) => Math.round(minutes * 10) / 10
