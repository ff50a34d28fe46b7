import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { hearers } from './facts.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import './tables.ts'
import { tellUpdate } from './tell-update.ts'

export { declareMajor } from './declare-major.ts'
export { gatherTickets } from './gather-tickets.ts'
export { tellAtOnce } from './tell-update.ts'
export { endMajor, writeReview, writeUpdate } from './write-update.ts'

export const room: Room = {
  name: 'major',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [tellUpdate],
  permissions,
}
