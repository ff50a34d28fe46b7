import { Type } from 'typebox'
import webPush from 'web-push'
import { publicUrl } from '../config/public-url.ts'
import type { Cx } from '../cx.ts'
import type { Tx } from '../db/index.ts'
import { addJobs } from '../jobs/add-job.ts'
import { job } from '../jobs/index.ts'
import { askOutside } from '../outside/index.ts'
import { pushKey } from './push-key.ts'

const Note = Type.Object({
  title: Type.String(),
  body: Type.String(),
  /** A path of the desk that a tap opens. */
  url: Type.String(),
  /** A note with the same tag takes the place of an earlier one on the device. */
  tag: Type.String(),
  /** Wakes a device that sleeps, and stays until it is looked at. */
  urgent: Type.Optional(Type.Boolean()),
})
export interface PushNote {
  title: string
  body: string
  url: string
  tag: string
  urgent?: boolean
}

const Payload = Type.Object({ subscriptionId: Type.Integer(), note: Note, until: Type.String() })

/** Push services keep what a device cannot get yet for this long. */
const KEEP_SECONDS = 12 * 3600
const MAX_ATTEMPTS = 6

/** Command: tells all browsers of some people, if and when the transaction commits. Returns how many browsers. */
export async function queuePush(tx: Tx, personIds: readonly number[], note: PushNote): Promise<number> {
  if (personIds.length === 0) return 0
  const rows = await tx
    .selectFrom('platform.pushSubscription')
    .select('id')
    .where('personId', 'in', [...personIds])
    .execute()
  if (rows.length === 0) return 0
  const until = new Date(tx.now.getTime() + KEEP_SECONDS * 1000).toISOString()
  const short = { ...note, title: note.title.slice(0, 200), body: note.body.slice(0, 500) }
  await addJobs(
    tx,
    rows.map(({ id }) => ({
      name: sendPush.name,
      payload: { subscriptionId: id, note: short, until },
      maxAttempts: MAX_ATTEMPTS,
      ...(note.urgent ? { priority: -10 } : {}),
    })),
  )
  return rows.length
}

export const sendPush = job('send a web push', Payload, async (cx, { subscriptionId, note, until }) => {
  if (cx.now.getTime() > Date.parse(until)) return
  const to = await cx.db
    .selectFrom('platform.pushSubscription')
    .select(['id', 'endpoint', 'p256dh', 'auth'])
    .where('id', '=', subscriptionId)
    .executeTakeFirst()
  if (!to) return
  const { publicKey, privateKey } = await pushKey(cx.db)
  const request = webPush.generateRequestDetails(
    { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
    JSON.stringify(note),
    {
      vapidDetails: { subject: contact(), publicKey, privateKey },
      TTL: KEEP_SECONDS,
      urgency: note.urgent ? 'high' : 'normal',
      topic: topicOf(note.tag),
    },
  )
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  // The address came from a browser, so it is asked as carefully as any other.
  const { status, text } = await askOutside({
    url: to.endpoint,
    headers,
    body: request.body as Buffer,
  }).catch((error: Error) => ({ status: 0, text: error.message }))
  await settle(cx, to.id, status, text)
})

async function settle(cx: Cx, id: number, status: number, text: string): Promise<void> {
  // Gone: the browser has unsubscribed, or the key is not the one it subscribed with.
  if (status === 404 || status === 410 || status === 403) {
    await cx.db.deleteFrom('platform.pushSubscription').where('id', '=', id).execute()
    return
  }
  const ok = status >= 200 && status < 300
  const lastError = ok ? null : `${status || ''} ${text}`.trim().slice(0, 300)
  await cx.db
    .updateTable('platform.pushSubscription')
    .set({ lastError, ...(ok ? { lastAt: cx.now } : {}) })
    .where('id', '=', id)
    .execute()
  const again = status === 0 || status === 429 || status >= 500
  if (again) throw new Error(`the push service answered ${lastError}`)
}

/** Push services want an address to complain to: https, or mailto where the desk has none. */
function contact(): string {
  const url = publicUrl()
  return url.startsWith('https:') ? url : 'mailto:desk@localhost.invalid'
}

/** RFC 8030: at most 32 characters of base64url. */
const topicOf = (tag: string) => tag.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 32)
