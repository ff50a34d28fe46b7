import { on } from '../http/on.ts'
import type { Room } from '../room.ts'
import * as http from './contract.ts'
import {
  dropPushOf,
  dropSubscription,
  keepSubscription,
  tryOwnBrowsers,
  viewSubscriptions,
} from './keep-subscriptions.ts'
import { pushKey } from './push-key.ts'
import { sendPush } from './send-push.ts'

export { queuePush } from './send-push.ts'
export { dropPushOf }

const access = 'signed-in'

/** Web push: no room, but wired like one. */
export const push: Room = {
  name: 'platform/push',
  routes: [
    on(http.getPushKey, { access }, async (cx) => ({ publicKey: (await pushKey(cx.db)).publicKey })),
    on(http.listPushSubscriptions, { access }, viewSubscriptions),
    on(http.putPushSubscription, { access, rateLimit: { hits: 30, perSeconds: 60 } }, (cx, { body }) =>
      keepSubscription(cx, body),
    ),
    on(http.deletePushSubscription, { access }, (cx, { params }) => dropSubscription(cx, params.id)),
    on(http.tryPush, { access, rateLimit: { hits: 6, perSeconds: 60 } }, tryOwnBrowsers),
  ],
  jobs: [sendPush],
}
