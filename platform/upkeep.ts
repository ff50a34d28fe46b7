import './alarms/tables.ts'
import type { Cx } from './cx.ts'
import { cron } from './jobs/index.ts'
import type { Room } from './room.ts'
import { settings } from './secrets/config.ts'

const dayMs = 24 * 60 * 60 * 1000

/** What the platform itself has to tidy. No room, but wired like one. */
export const upkeep: Room = {
  name: 'platform/upkeep',
  settings,
  crons: [cron('sweep old answers and hits', '17 * * * *', sweep)],
}

/** Answers to keyed requests are kept for a day; counts of hits for an hour after their window. */
async function sweep(cx: Cx): Promise<void> {
  const dayAgo = new Date(cx.now.getTime() - dayMs)
  await cx.db.deleteFrom('platform.idempotency').where('createdAt', '<', dayAgo).execute()
  const hourAgo = new Date(cx.now.getTime() - dayMs / 24)
  await cx.db.deleteFrom('platform.rate').where('windowStart', '<', hourAgo).execute()
  // What is still due is tried again within the hour; the rest was settled by something else.
  await cx.db.deleteFrom('platform.alarmFailure').where('retryAt', '<', dayAgo).execute()
}
