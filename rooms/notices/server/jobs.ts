import { cron } from '../../../platform/jobs/index.ts'

const KEPT_DAYS = 90

export const sweepNotices = cron('sweep old notices', '23 3 * * *', async (cx) => {
  const before = new Date(cx.now.getTime() - KEPT_DAYS * 86_400_000)
  await cx.db.deleteFrom('notices.notice').where('at', '<', before).execute()
  await cx.db.deleteFrom('notices.post').where('createdAt', '<', before).execute()
})
