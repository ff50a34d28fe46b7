import type { Db } from '../db/index.ts'
import type { Channel } from '../db/notices.ts'
import type { Log } from '../log/index.ts'
import { loadDeskSettings } from './cache.ts'

export const settingsChannel = 'deskhand_settings'

/** Keeps this process's settings current: reads them now, after each change by any process, and after a lost connection. */
export function watchSettings(db: Db, log: Log): Channel {
  let reading: Promise<void> | undefined
  let again = false

  async function readUntilCurrent(): Promise<void> {
    do {
      again = false
      await loadDeskSettings(db)
    } while (again)
  }

  function refresh(): Promise<void> {
    // What was committed after a reading began may be missing from it.
    again = true
    reading ??= readUntilCurrent().finally(() => {
      reading = undefined
    })
    return reading
  }

  const refreshSoon = () =>
    void refresh().catch((error: Error) => log.warn({ error: error.message }, 'settings not read again'))
  return { name: settingsChannel, heard: refreshSoon, connected: refresh }
}
