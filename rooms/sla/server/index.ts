import { can } from '../../../platform/access/actor.ts'
import type { Room } from '../../../platform/room.ts'
import { declareCalendarUse } from '../../calendar/server/index.ts'
import { declareDues } from '../../ticket/server/index.ts'
import * as facts from '../contract/facts.ts'
import { giveClocks, tellOfClocks } from './alarms.ts'
import { applyPolicies } from './apply-policies.ts'
import { hearers } from './facts.ts'
import { permissions } from './permissions.ts'
import { policies } from './policies.ts'
import { listedDues } from './queries.ts'
import { routes } from './routes.ts'
import { runTrial } from './run-trial.ts'
import './tables.ts'

export { awaitReply, forgetReply } from './await-reply.ts'
export { addPolicy, changePolicy, listPolicies } from './manage-policies.ts'
export { addTeamAgreement } from './manage-team-agreements.ts'
export { duesOf } from './queries.ts'

declareDues(listedDues)

declareCalendarUse(async (reader, calendarId) => {
  const { ordered, teams } = await policies.get(reader)
  return [...ordered, ...teams.values()].filter((one) => one.content.calendarId === calendarId).map((one) => one.name)
})

export const room: Room = {
  name: 'sla',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [applyPolicies, runTrial],
  alarms: [tellOfClocks, giveClocks],
  memories: [policies],
  permissions,
  liveGuards: { sla_policy: async () => (actor) => can(actor, 'sla.read') },
}
