import { join } from 'node:path'
import { systemClock } from '../../platform/clock/index.ts'
import { type Cx, makeCx, systemActor } from '../../platform/cx.ts'
import { openNotices } from '../../platform/db/notices.ts'
import { setBlobStore } from '../../platform/files/index.ts'
import { openDiskStore } from '../../platform/files/store.ts'
import { openLiveBus } from '../../platform/live/bus.ts'
import { openLog } from '../../platform/log/index.ts'
import { loadDeskSettings } from '../../platform/settings/index.ts'
import { type Assembly, assemble } from '../server/assemble.ts'
import { rooms } from '../server/compose.ts'
import { type Database, openDatabase, prepareDatabase } from '../server/database.ts'
import { readAllSettings } from '../server/read-settings.ts'

export interface Desk {
  assembly: Assembly
  database: Database
  /** A context of the program itself. */
  cx: Cx
  /** Migrations that opening the desk applied. */
  migrated: string[]
}

/**
 * Opens the desk for one command, beside a running one or alone, and closes it again. What the command changes shows in
 * open browsers, and jobs it adds are run by the desk, now or when it is next started.
 */
export async function withDesk<T>(command: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir, logLevel } = readAllSettings(rooms)
  const log = openLog(logLevel)
  const database = await openDatabase({ databaseUrl, dataDir, poolSize: 4, log, command, share: true })
  try {
    const migrated = await prepareDatabase(database)
    setBlobStore(openDiskStore(join(dataDir, 'files')))
    const notices = await openNotices(database.connection, log, [])
    const bus = openLiveBus(notices, log)
    const parts = { pool: database.pool, clock: systemClock, log, publishLive: bus.publish }
    const assembly = assemble(rooms, parts)
    await loadDeskSettings(assembly.db)
    try {
      return await work({ assembly, database, cx: makeCx(assembly.ground, systemActor), migrated })
    } finally {
      bus.stop()
      await notices.stop()
    }
  } finally {
    await database.close()
  }
}
