import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { deskSettings } from './config.ts'
import { hearers } from './facts.ts'
import { closeTicket } from './jobs.ts'
import { routes } from './routes.ts'
import './tables.ts'

export { close } from './close-ticket.ts'
export { reopen } from './reopen-ticket.ts'
export { keepResolution, planClosing } from './resolve-ticket.ts'

export const room: Room = {
  name: 'resolution',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [closeTicket],
  deskSettings,
}
