import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { cron } from '../../../platform/jobs/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { choose } from './choose.ts'
import { crewOf } from './crew.ts'
import { known } from './known.ts'
import { giveOut } from './plan-route.ts'
import { carryOut } from './route-again.ts'

const atMost = 200

/** Tickets that found nobody go to whoever has come to work or has room by now, the most urgent first. */
export const giveWaiting = cron('give out waiting tickets', '* * * * *', giveOutWaiting)

async function giveOutWaiting(cx: Cx): Promise<void> {
  await cx.tx(forgetSettled)
  const { rows } = await sql<{ number: number; teamId: number }>`
    select w.ticket_number as number, w.team_id from routing.waiting w join ticket.ticket t on t.number = w.ticket_number
     order by t.priority_rank, t.number limit ${atMost}`.execute(cx.db)
  const closed = new Set<number>()
  for (const { number, teamId } of rows) {
    if (closed.has(teamId)) continue
    if (!(await anybody(cx, teamId)) || !(await cx.tx((tx) => give(tx, number, teamId)))) closed.add(teamId)
  }
}

/** What has been taken, solved or moved meanwhile waits for nobody. */
async function forgetSettled(tx: Tx): Promise<void> {
  await sql`delete from routing.waiting w using ticket.ticket t
    where t.number = w.ticket_number
      and (not t.active or t.assignee_id is not null or t.team_id is distinct from w.team_id)`.execute(tx)
}

/** Looked at without holding the team up, because at night the answer is no every minute. */
async function anybody(cx: Cx, teamId: number): Promise<boolean> {
  const crew = await crewOf(cx.db, teamId, cx.now)
  return choose(crew, { method: 'round_robin', skills: [], weight: 0 }).personId !== null
}

/** False: there is nobody for tickets of this team. */
async function give(tx: Tx, number: number, teamId: number): Promise<boolean> {
  const ticket = await unsafeTicket(tx, number, true)
  const now = await known.get(tx)
  const team = now.teams.get(teamId)
  if (!ticket || !team || ticket.assigneeId !== null || ticket.teamId !== teamId) return true
  const skills = team.skills ? [...now.skillsOf(ticket.categoryId)] : []
  const person = await giveOut(tx, team, { skills, priority: ticket.priority, except: undefined })
  if (person.id === null && person.why !== 'pull') return false
  await tx.deleteFrom('routing.waiting').where('ticketNumber', '=', number).execute()
  if (person.id === null) return true
  await carryOut(tx, ticket, 'waited', {
    teamId,
    assigneeId: person.id,
    priority: undefined,
    waits: false,
    reasons: {
      rules: [],
      teamFrom: 'kept',
      method: team.method,
      why: person.why,
      skills,
      skillsMissed: person.skillsMissed ?? false,
      candidates: person.candidates ?? [],
      priority: null,
      tags: [],
      from: null,
    },
  })
  return true
}
