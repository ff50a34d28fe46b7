import { can } from '../../../platform/access/actor.ts'
import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { mayReadEvidence } from './access.ts'
import { deskSettings } from './config.ts'
import { hearers } from './facts.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import './tables.ts'

export { takeOver } from './accept-escalation.ts'
export { openEscalation } from './queries.ts'
export { handUp } from './start-escalation.ts'

export const room: Room = {
  name: 'escalation',
  routes,
  facts: Object.values(facts),
  hearers,
  deskSettings,
  permissions,
  fileGuards: [mayReadEvidence],
  liveGuards: { escalation_path: async () => (actor) => can(actor, 'escalation.manage') },
}
