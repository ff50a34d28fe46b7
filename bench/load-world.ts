import { openDatabase, prepareDatabase } from '../apps/server/database.ts'
import { load } from '../db/seeds/load/index.ts'
import { openDb } from '../platform/db/index.ts'
import { openLog } from '../platform/log/index.ts'

export function openDatabaseOf(dataDir: string) {
  const { DATABASE_URL: databaseUrl } = process.env
  return openDatabase({ databaseUrl, dataDir, poolSize: 4, log: openLog('silent'), command: 'bench', share: true })
}

/** A data folder is filled once; later runs over it measure only. */
export async function fillLoadWorld(dataDir: string, tickets: number): Promise<void> {
  const opened = await openDatabaseOf(dataDir)
  try {
    await prepareDatabase(opened)
    const db = openDb(opened.pool)
    const desk = {
      assembly: { db, ground: undefined as never, hearers: undefined as never, alarms: [] },
      pool: opened.pool,
    }
    if (await load.isLoaded(db)) return
    await load.load(desk, { tickets }, console.log)
    // What PostgreSQL would do by itself in the next minutes, while it is measured.
    await opened.pool.query('vacuum')
  } finally {
    await opened.close()
  }
}
