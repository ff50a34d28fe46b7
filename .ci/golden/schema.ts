import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dumpSchema } from '../../platform/db/dump-schema.ts'
import { startEmbeddedPostgres } from '../../platform/db/embedded/index.ts'
import { openDb, openPool } from '../../platform/db/index.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openLog } from '../../platform/log/index.ts'

/** Runs all migrations on an empty PostgreSQL and writes down what came of them. */
export async function describeSchema(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-schema-'))
  const server = await startEmbeddedPostgres({ dataDir, log: openLog('silent') })
  const pool = openPool(server.connection, 2)
  try {
    const db = openDb(pool)
    await migrate(db)
    return await dumpSchema(db)
  } finally {
    await pool.end()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
