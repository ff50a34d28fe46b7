import { can } from '../../../platform/access/actor.ts'
import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { callAgain, callProvider } from './call-provider.ts'
import { climbLadder } from './climb-ladder.ts'
import { hearers } from './facts.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import './tables.ts'

export { acknowledgePage } from './acknowledge-page.ts'
export { addPlan, ladderStands } from './plans.ts'
export { startPage } from './start-page.ts'

export const room: Room = {
  name: 'oncall',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [callProvider],
  alarms: [climbLadder, callAgain],
  permissions,
  liveGuards: { oncall_plan: async () => (actor) => can(actor, 'oncall.use') },
}
