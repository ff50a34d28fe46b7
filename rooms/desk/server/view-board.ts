import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { teamsFor } from '../../people/server/index.ts'
import { type CrewMember, crewOf } from '../../routing/server/index.ts'
import type { Board, BoardTicket } from '../contract/board.ts'
import { noSuchBoard } from './errors.ts'

const perColumn = 25
const dueShown = 20
const unassignedShown = 50
const countedAtMost = 1000

/** The board of one team: five questions, four of them at the same time. */
export async function viewBoard(cx: Cx, wish: { team?: number }): Promise<Board> {
  const teams = await boardTeams(cx.db, cx.actor)
  const team = wish.team === undefined ? teams[0] : teams.find((one) => one.id === wish.team)
  if (!team) {
    if (wish.team !== undefined) throw noSuchBoard()
    return { teams, team: null, due: [], late: 0, soon: 0, unassigned: [], waiting: 0, people: [] }
  }
  const people = crewOf(cx.db, team.id, cx.now).then(async (crew) => {
    const ids = crew.map((one) => one.id)
    const columns = await columnsOf(cx.db, team.id, ids, cx.now)
    return crew.toSorted(byName).map(({ awayUntil, ...one }) => ({
      ...pick(one),
      awayUntil: awayUntil?.toISOString() ?? null,
      tickets: columns.get(one.id) ?? [],
    }))
  })
  const [due, unassigned, crew] = await Promise.all([
    dueOf(cx.db, team.id, cx.now),
    unassignedOf(cx.db, team.id, cx.now),
    people,
  ])
  return { teams, team, ...due, ...unassigned, people: crew }
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)
const pick = ({ id, name, open, load, capacity, atWork, away, note, standsFor }: Omit<CrewMember, 'awayUntil'>) => ({
  ...{ id, name, open, load, capacity, atWork, away, note, standsFor },
})

/** Tickets of private teams are for those in them, also on a board. */
async function boardTeams(reader: Reader, actor: Actor) {
  const own = new Set(actor.teamIds ?? [])
  const hidden = new Set(actor.hiddenTeamIds ?? [])
  const teams = (await teamsFor(reader, actor)).filter((team) => !hidden.has(team.id))
  return teams.map(({ id, name }) => ({ id, name })).toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)))
}

interface Row extends Omit<BoardTicket, 'dueAt' | 'createdAt' | 'breached'> {
  dueAt: Date | null
  createdAt: Date
}

/** The clock that is due first says when; a ticket without clocks, by what its requester was told. */
const dueAt = sql`case when d.id is not null then d.due_at when t.status not like 'waiting%' then t.estimated_at end`
const clock = sql`left join sla.clock d on d.ticket_number = t.number and d.leads`
const shown = sql`t.number, t.subject, t.status, t.priority, p.name as requester, t.assignee_id, ${dueAt} as due_at,
  t.created_at, t.version`

const presenter =
  (now: Date) =>
  ({ dueAt, createdAt, ...row }: Row): BoardTicket => ({
    ...row,
    dueAt: dueAt?.toISOString() ?? null,
    breached: dueAt !== null && dueAt < now,
    createdAt: createdAt.toISOString(),
  })

/** Each column by its own person, from the index of their tickets, so that it costs what it shows. */
async function columnsOf(reader: Reader, teamId: number, people: readonly number[], now: Date) {
  const { rows } = await sql<Row>`
    select ${shown} from unnest(${[...people]}::bigint[]) as who (id)
      cross join lateral (
        select * from ticket.ticket t where t.assignee_id = who.id and t.active and t.team_id = ${teamId}
         order by t.priority_rank, t.number limit ${perColumn}
      ) t
      join people.person p on p.id = t.requester_id ${clock}
     order by t.priority_rank, t.number`.execute(reader)
  return Map.groupBy(rows.map(presenter(now)), (ticket) => ticket.assigneeId)
}

/** What is due or over, and how many: one pass over the active tickets of the team. */
async function dueOf(reader: Reader, teamId: number, now: Date) {
  const hour = new Date(now.getTime() + 3_600_000)
  const { rows } = await sql<{ late: number; soon: number; next: number[] }>`
    with due as materialized (
      select t.number, ${dueAt} as at from ticket.ticket t ${clock} where t.team_id = ${teamId} and t.active
    )
    select (select count(*)::int from due where at < ${now}) as late,
           (select count(*)::int from due where at >= ${now} and at < ${hour}) as soon,
           array(select number from due where at is not null order by at, number limit ${dueShown}) as next`.execute(
    reader,
  )
  const { late = 0, soon = 0, next = [] } = rows[0] ?? {}
  const tickets =
    await sql<Row>`select ${shown} from ticket.ticket t join people.person p on p.id = t.requester_id ${clock}
    where t.number = any(${next}::bigint[]) order by due_at, t.number`.execute(reader)
  return { late, soon, due: tickets.rows.map(presenter(now)) }
}

/** What nobody has, the most urgent first, from the index of what can be taken. */
async function unassignedOf(reader: Reader, teamId: number, now: Date) {
  const free = sql`t.team_id = ${teamId} and t.active and t.assignee_id is null`
  const [tickets, counted] = await Promise.all([
    sql<Row>`select ${shown} from (select * from ticket.ticket t where ${free} order by t.priority_rank, t.number
        limit ${unassignedShown}) t
      join people.person p on p.id = t.requester_id ${clock} order by t.priority_rank, t.number`.execute(reader),
    sql<{ waiting: number }>`select count(*)::int as waiting
      from (select from ticket.ticket t where ${free} limit ${countedAtMost}) counted`.execute(reader),
  ])
  return { unassigned: tickets.rows.map(presenter(now)), waiting: counted.rows[0]?.waiting ?? 0 }
}
