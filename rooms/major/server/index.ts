import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { hearers } from './facts.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import './tables.ts'
import { tellUpdate } from './tell-update.ts'

export const room: Room = {
  name: 'major',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [tellUpdate],
  permissions,
}
