import { can } from '../../../platform/access/actor.ts'
import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { chats } from './chats.ts'
import { mailNotice, pushNotice } from './deliver.ts'
import { hearers } from './facts.ts'
import { sweepNotices } from './jobs.ts'
import { permissions } from './permissions.ts'
import { postToChat, tryPostAgain } from './post-to-chat.ts'
import { routes } from './routes.ts'
import { sendDigest } from './send-digest.ts'
import './tables.ts'

export { tellPast } from './tell-past.ts'

export const room: Room = {
  name: 'notices',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [postToChat],
  crons: [sweepNotices],
  alarms: [mailNotice, pushNotice, sendDigest, tryPostAgain],
  memories: [chats],
  permissions,
  liveGuards: {
    notices: async (_, id) => (actor) => actor.id === id,
    notice_channel: async () => (actor) => can(actor, 'notices.manage'),
  },
}
