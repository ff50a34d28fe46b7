import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { dueAtOf, setAssignment, type TicketRecord, unsafeTicket } from '../../ticket/server/index.ts'
import { noTeamOfYours, notInTeam } from './errors.ts'
import { keepDecision } from './keep-decision.ts'
import { type Known, known } from './known.ts'

interface Wish {
  team?: number
  anySkill?: boolean
}

const countedAtMost = 100

/**
 * Gives the one who asks the most urgent ticket of their teams that nobody has. Those who ask at the same moment get
 * different ones: a ticket that is just being taken is passed over, not waited for.
 */
export async function takeNext(cx: Cx, wish: Wish = {}) {
  const mine = cx.actor.teamIds ?? []
  if (cx.actor.id === null || mine.length === 0) throw noTeamOfYours()
  if (wish.team !== undefined && !mine.includes(wish.team)) throw notInTeam()
  const teams = wish.team === undefined ? mine : [wish.team]
  return cx.tx(async (tx) => {
    const now = await known.get(tx)
    const skills = await skillsOf(tx, cx.actor.id ?? 0)
    const lacking = now.categoriesNeedingOther(skills)
    const number = await lockNext(tx, teams, wish.anySkill ? [] : lacking)
    const ticket = number === undefined ? undefined : await unsafeTicket(tx, number)
    const needed = ticket ? now.skillsOf(ticket.categoryId) : []
    if (ticket) await take(tx, cx, now, ticket, needed)
    const { waiting, otherSkills } = await countWaiting(tx, teams, lacking)
    return {
      ticket: ticket
        ? { number: ticket.number, subject: ticket.subject, priority: ticket.priority, team: teamName(now, ticket) }
        : null,
      skills: needed.filter((skill) => skills.some((one) => one.toLowerCase() === skill.toLowerCase())),
      waiting,
      otherSkills,
    }
  })
}

const teamName = (now: Known, ticket: TicketRecord) => now.teams.get(ticket.teamId ?? 0)?.name ?? null

async function take(tx: Tx, cx: Cx, now: Known, ticket: TicketRecord, skills: readonly string[]): Promise<void> {
  await setAssignment(tx, ticket, { assigneeId: cx.actor.id })
  await keepDecision(tx, ticket.number, 'next', {
    teamId: ticket.teamId,
    assigneeId: cx.actor.id,
    priority: undefined,
    waits: false,
    reasons: {
      rules: [],
      teamFrom: 'kept',
      method: now.teams.get(ticket.teamId ?? 0)?.method ?? null,
      why: 'next',
      skills: [...skills],
      skillsMissed: false,
      candidates: [],
      priority: null,
      tags: [],
      from: null,
    },
  })
}

async function skillsOf(reader: Reader, personId: number): Promise<string[]> {
  const rows = await reader.selectFrom('people.teamMember').select('skills').where('personId', '=', personId).execute()
  return rows.flatMap((row) => row.skills)
}

const free = (
  teams: readonly number[],
) => sql`t.active and t.assignee_id is null and t.team_id = any(${[...teams]}::bigint[])
  and t.status in ('new', 'open')`
const able = (lacking: readonly number[]) =>
  lacking.length === 0 ? sql`true` : sql`(t.category_id is null or t.category_id <> all(${[...lacking]}::bigint[]))`

/** Among those of a priority what is due first by its clocks comes first, then what was promised sooner, then what is older. */
async function lockNext(tx: Tx, teams: readonly number[], lacking: readonly number[]): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    select t.number from ticket.ticket t where ${free(teams)} and ${able(lacking)}
     order by t.priority_rank, ${dueAtOf()} nulls last, t.estimated_at nulls last, t.number
     limit 1 for update skip locked`.execute(tx)
  return rows[0]?.number
}

async function countWaiting(reader: Reader, teams: readonly number[], lacking: readonly number[]) {
  const { rows } = await sql<{ waiting: number; otherSkills: number }>`
    select count(*)::int as waiting, count(*) filter (where not seen.able)::int as other_skills
      from (select ${able(lacking)} as able from ticket.ticket t where ${free(teams)} limit ${countedAtMost}) seen`.execute(
    reader,
  )
  return rows[0] ?? { waiting: 0, otherSkills: 0 }
}
