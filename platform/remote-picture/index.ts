import './tables.ts'
import { createHash } from 'node:crypto'
import type { Cx } from '../cx.ts'
import { cron } from '../jobs/index.ts'
import type { Room } from '../room.ts'
import { settings } from './config.ts'
import { fetchPicture, type Outside, openInternet, type Picture } from './fetch-picture.ts'
import { trimPictures } from './trim-pictures.ts'

export type { Outside } from './fetch-picture.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const KEPT_MS = 14 * DAY_MS
/** A host that did not answer is left alone for a while. */
const FAILED_MS = 10 * 60 * 1000
/** However many pictures readers ask for, so many connections leave this process at once. */
const MAX_AT_ONCE = 8

let outside: Outside = openInternet

/** For tests: another way out. Without an argument, the open internet again. */
export function setOutside(next: Outside = openInternet): void {
  outside = next
}

const underway = new Map<string, Promise<Picture | null>>()

/** A picture from elsewhere, kept for two weeks; null when it cannot be had or is none. */
export async function remotePicture(cx: Cx, url: string): Promise<Picture | null> {
  const key = createHash('sha256').update(url).digest('hex')
  const kept = await cx.db
    .selectFrom('platform.remotePicture')
    .select(['type', 'bytes', 'fetchedAt'])
    .where('urlSha256', '=', key)
    .executeTakeFirst()
  const age = kept ? cx.now.getTime() - kept.fetchedAt.getTime() : Number.POSITIVE_INFINITY
  if (kept?.type && kept.bytes && age < KEPT_MS) return { type: kept.type, bytes: kept.bytes }
  if (kept && !kept.type && age < FAILED_MS) return null
  const running = underway.get(key)
  if (running) return running
  while (underway.size >= MAX_AT_ONCE) await Promise.race([...underway.values()])
  const fetching = fetchAndKeep(cx, key, url).finally(() => underway.delete(key))
  underway.set(key, fetching)
  return fetching
}

async function fetchAndKeep(cx: Cx, urlSha256: string, url: string): Promise<Picture | null> {
  const picture = await fetchPicture(url, outside).catch((error: Error) => {
    cx.log.debug({ reason: error.message }, 'remote picture not fetched')
    return null
  })
  const values = {
    type: picture?.type ?? null,
    bytes: picture?.bytes ?? null,
    size: picture?.bytes.length ?? 0,
    fetchedAt: cx.now,
  }
  await cx.db
    .insertInto('platform.remotePicture')
    .values({ urlSha256, ...values })
    .onConflict((conflict) => conflict.column('urlSha256').doUpdateSet(values))
    .execute()
  return picture
}

/** No room, but wired like one. */
export const remotePictures: Room = {
  name: 'platform/remote-picture',
  settings,
  crons: [cron('trim remote pictures', '41 * * * *', (cx) => trimPictures(cx, KEPT_MS))],
}
