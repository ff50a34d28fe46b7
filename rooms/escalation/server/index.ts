import { can } from '../../../platform/access/actor.ts'
import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { mayReadEvidence } from './access.ts'
import { deskSettings } from './config.ts'
import { hearers } from './facts.ts'
import { fireTrigger } from './fire-trigger.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import { triggers } from './triggers.ts'
import { watchCrowds } from './watch-crowds.ts'
import { watchSilence } from './watch-silence.ts'
import './tables.ts'

export { takeOver } from './accept-escalation.ts'
export { openEscalation } from './queries.ts'
export { returnEscalation } from './return-escalation.ts'
export { handUp } from './start-escalation.ts'

const forManagers = async () => (actor: Parameters<typeof can>[0]) => can(actor, 'escalation.manage')

export const room: Room = {
  name: 'escalation',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [fireTrigger],
  alarms: [watchSilence, watchCrowds],
  memories: [triggers],
  deskSettings,
  permissions,
  fileGuards: [mayReadEvidence],
  liveGuards: { escalation_path: forManagers, escalation_trigger: forManagers },
}
