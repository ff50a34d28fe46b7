import { can } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { Room } from '../../../platform/room.ts'
import { declareCalendarUse } from '../../calendar/server/index.ts'
import { adviseOnOpening } from '../../ticket/server/index.ts'
import * as facts from '../contract/facts.ts'
import { adviseOpening } from './advise-opening.ts'
import { deskSettings } from './config.ts'
import { hearers } from './facts.ts'
import { giveWaiting } from './give-waiting.ts'
import { handOver } from './hand-over.ts'
import { known } from './known.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import { runTrial } from './run-trial.ts'
import './tables.ts'

export { addAbsence } from './absences.ts'
export { teamsLedBy } from './access.ts'
export { type CrewMember, crewOf } from './crew.ts'
export { addRule } from './manage-rules.ts'
export { reroute } from './route-again.ts'
export { changeSkillNeed } from './skill-needs.ts'
export { changePersonSettings, changeTeamSettings } from './team-settings.ts'

adviseOnOpening(adviseOpening)
declareCalendarUse(usesOfCalendar)

export const room: Room = {
  name: 'routing',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [runTrial],
  crons: [giveWaiting, handOver],
  deskSettings,
  permissions,
  memories: [known],
  liveGuards: {
    routing_rule: async () => (actor) => can(actor, 'routing.manage'),
    routing: async () => (actor) => can(actor, 'routing.manage'),
    absence: async () => (actor) => can(actor, 'routing.take'),
  },
}

async function usesOfCalendar(reader: Reader, id: number): Promise<string[]> {
  const teams = await reader
    .selectFrom('routing.team as r')
    .innerJoin('people.team as t', 't.id', 'r.teamId')
    .select('t.name')
    .where('r.calendarId', '=', id)
    .execute()
  const persons = await reader
    .selectFrom('routing.person as r')
    .innerJoin('people.person as p', 'p.id', 'r.personId')
    .select('p.name')
    .where('r.calendarId', '=', id)
    .execute()
  return [...teams, ...persons].map((row) => row.name)
}
