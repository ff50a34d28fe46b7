import { sql } from 'kysely'
import { settingOf } from '../config/index.ts'
import type { Cx } from '../cx.ts'
import { settings } from './config.ts'

/** Drops what is too old, and the oldest beyond the space they may take. */
export async function trimPictures(cx: Cx, keptMs: number): Promise<void> {
  const limit = settingOf(settings.cacheMegabytes) * 1024 * 1024
  await sql`
    delete from platform.remote_picture where url_sha256 in (
      select url_sha256 from (
        select url_sha256, fetched_at, sum(size) over (order by fetched_at desc, url_sha256) as upto
        from platform.remote_picture
      ) kept
      where upto > ${limit} or fetched_at < ${new Date(cx.now.getTime() - keptMs)}
    )`.execute(cx.db)
}
