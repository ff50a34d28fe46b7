import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { cron } from '../../../platform/jobs/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import type { Reasons } from '../contract/shapes.ts'
import { choose } from './choose.ts'
import { weightOf } from './config.ts'
import { type CrewMember, crewOf } from './crew.ts'
import { known } from './known.ts'
import { carryOut } from './route-again.ts'

const atMost = 200

interface Leaving {
  teamId: number
  begun: boolean
  person: CrewMember
}

/**
 * In teams that want it, what somebody has not begun goes on to others when they are away or at the end of their day. Who
 * is back is left alone; where nobody else is there, an evening's tickets stay until the morning.
 */
export const handOver = cron('hand over from who has left', '*/5 * * * *', handOverAll)

async function handOverAll(cx: Cx): Promise<void> {
  const teams = await cx.db
    .selectFrom('routing.team')
    .select(['teamId', 'handOver', 'handOverBegun'])
    .where('handOver', '<>', 'never')
    .execute()
  for (const { teamId, handOver: when, handOverBegun } of teams) {
    const crew = await crewOf(cx.db, teamId, cx.now)
    const leaving = crew.filter((one) => one.member && one.open > 0 && (one.away || (when === 'day' && !one.atWork)))
    for (const person of leaving) await handOverFrom(cx, { teamId, begun: handOverBegun, person })
  }
}

async function handOverFrom(cx: Cx, leaving: Leaving): Promise<void> {
  const statuses = leaving.begun ? ['new', 'open', 'in_progress'] : ['new', 'open']
  const rows = await cx.db
    .selectFrom('ticket.ticket')
    .select('number')
    .where('assigneeId', '=', leaving.person.id)
    .where('active', '=', true)
    .where('teamId', '=', leaving.teamId)
    .where('status', 'in', statuses as never[])
    .orderBy('priorityRank')
    .orderBy('number')
    .limit(atMost)
    .execute()
  for (const { number } of rows) if (!(await cx.tx((tx) => handOverOne(tx, number, leaving)))) return
}

/** False: nobody is there to take it, nor the next. */
async function handOverOne(tx: Tx, number: number, { teamId, begun, person }: Leaving): Promise<boolean> {
  const ticket = await unsafeTicket(tx, number, true)
  if (ticket?.assigneeId !== person.id || ticket.teamId !== teamId) return true
  if (ticket.status !== 'new' && ticket.status !== 'open' && !(begun && ticket.status === 'in_progress')) return true
  const now = await known.get(tx)
  const team = now.teams.get(teamId)
  if (!team) return true
  const crew = await crewOf(tx, teamId, tx.now, true)
  const skills = team.skills ? [...now.skillsOf(ticket.categoryId)] : []
  const method = team.method === 'round_robin' ? 'round_robin' : 'least_loaded'
  const choice = choose(crew, { method, skills, weight: weightOf(ticket.priority), except: person.id })
  const substitute = person.away ? crew.find((one) => one.id === person.substituteId && !one.away) : undefined
  const assigneeId = substitute?.id ?? choice.personId
  // Away is longer than an evening: then the team sees it among what nobody has.
  if (assigneeId === null && !person.away) return false
  const why: Reasons['why'] = substitute ? 'substitute' : choice.why
  await carryOut(tx, ticket, 'left', {
    teamId,
    assigneeId,
    priority: undefined,
    waits: assigneeId === null && team.method !== 'pull',
    reasons: {
      rules: [],
      teamFrom: 'kept',
      method: team.method,
      why,
      skills,
      skillsMissed: !substitute && choice.skillsMissed,
      candidates: choice.candidates,
      priority: null,
      tags: [],
      from: { id: person.id, name: person.name },
    },
  })
  return true
}
