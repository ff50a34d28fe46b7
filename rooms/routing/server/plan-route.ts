import type { Tx } from '../../../platform/db/index.ts'
import type { Priority } from '../../ticket/contract/shapes.ts'
import type { Candidate, Reasons, TeamSource } from '../contract/shapes.ts'
import { choose } from './choose.ts'
import { weightOf } from './config.ts'
import { crewOf } from './crew.ts'
import { decide, type Verdict } from './decide.ts'
import { findStandIn } from './find-stand-in.ts'
import type { Known, KnownTeam } from './known.ts'
import type { TicketView } from './ticket-view.ts'

/** What was said about a ticket before any rule was asked. */
export interface Given {
  teamId: number | null
  teamFrom: TeamSource
  /** Undefined: nobody said. */
  assigneeId: number | null | undefined
  /** Who must not get it. */
  except?: number | undefined
}

/** Where a ticket goes, to whom, and why. */
export interface Plan {
  teamId: number | null
  assigneeId: number | null
  priority: Priority | undefined
  reasons: Reasons
  /** It found nobody; it is given out as soon as there is somebody. */
  waits: boolean
}

/** Lets the rules decide, and the team they lead to give it out. */
export async function planRoute(tx: Tx, known: Known, ticket: TicketView, given: Given): Promise<Plan> {
  const verdict = decide(known.rules, ticket, tx.now)
  const { teamId, teamFrom } = teamFor(known, verdict, given)
  const team = teamId === null ? undefined : known.teams.get(teamId)
  const skills = team?.skills === false ? [] : unique([...verdict.skills, ...known.skillsOf(ticket.categoryId)])
  const priority = verdict.priority === ticket.priority ? undefined : verdict.priority
  const wish = { skills, priority: priority ?? ticket.priority, except: given.except }
  const person = await personFor(tx, verdict, given, team, wish)
  return {
    teamId,
    assigneeId: person.id,
    priority,
    waits: ['no_members', 'nobody_there', 'all_full'].includes(person.why),
    reasons: {
      rules: verdict.rules,
      teamFrom,
      method: team?.method ?? null,
      why: person.why,
      skills,
      skillsMissed: person.skillsMissed ?? false,
      candidates: person.candidates ?? [],
      priority: verdict.priority ?? null,
      tags: verdict.tags,
      from: null,
    },
  }
}

const standing: readonly TeamSource[] = ['opener', 'ticket']

export function teamFor(
  known: Known,
  { teamId, tier }: Pick<Verdict, 'teamId' | 'tier'>,
  given: Pick<Given, 'teamId' | 'teamFrom'>,
): { teamId: number | null; teamFrom: TeamSource } {
  if (given.teamId !== null && standing.includes(given.teamFrom))
    return { teamId: given.teamId, teamFrom: given.teamFrom }
  const ruled = teamId !== undefined && known.teams.has(teamId) ? teamId : teamOfTier(known, tier, given.teamId)
  if (ruled !== undefined) return { teamId: ruled, teamFrom: 'rule' }
  if (given.teamId !== null) return { teamId: given.teamId, teamFrom: given.teamFrom }
  if (known.firstContactId !== null) return { teamId: known.firstContactId, teamFrom: 'first_contact' }
  return { teamId: null, teamFrom: 'none' }
}

/** The team it would go to anyway when that is of this tier, else the first by name that is not private. */
function teamOfTier(known: Known, tier: number | undefined, otherwise: number | null): number | undefined {
  if (tier === undefined) return undefined
  if (otherwise !== null && known.teams.get(otherwise)?.tier === tier) return otherwise
  for (const team of known.teams.values()) if (team.tier === tier && team.open) return team.id
  return undefined
}

interface Wish {
  skills: readonly string[]
  priority: Priority
  except: number | undefined
}

interface Person {
  id: number | null
  why: Reasons['why']
  candidates?: Candidate[]
  skillsMissed?: boolean
}

async function personFor(
  tx: Tx,
  verdict: Verdict,
  given: Given,
  team: KnownTeam | undefined,
  wish: Wish,
): Promise<Person> {
  if (given.assigneeId) return { id: given.assigneeId, why: 'given' }
  if (verdict.assigneeId !== undefined) {
    const found = await findStandIn(tx, verdict.assigneeId, team)
    if (found) return found
  }
  if (!team) return { id: null, why: 'no_team' }
  return giveOut(tx, team, wish)
}

/** Gives a ticket to somebody of a team by the team's own method. */
export async function giveOut(tx: Tx, team: KnownTeam, { skills, priority, except }: Wish): Promise<Person> {
  const { method } = team
  if (method === 'pull') return { id: null, why: 'pull' }
  const crew = await crewOf(tx, team.id, tx.now, true)
  const { personId, ...choice } = choose(crew, { method, skills, weight: weightOf(priority), except })
  return { id: personId, ...choice }
}

const unique = (words: readonly string[]) => [...new Map(words.map((word) => [word.toLowerCase(), word])).values()]
