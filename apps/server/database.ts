import pg from 'pg'
import { startEmbeddedPostgres } from '../../platform/db/embedded/index.ts'
import { type Connection, checkServer, openDb, openPool } from '../../platform/db/index.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { migrateJobs } from '../../platform/jobs/runner.ts'
import type { Log } from '../../platform/log/index.ts'

export interface DatabaseOptions {
  databaseUrl: string | undefined
  dataDir: string
  poolSize: number
  log: Log
  /** What this process is called to one that finds the data folder in use. */
  command: string
  /** Use the embedded server of a running desk, as commands do; the desk itself must be alone. */
  share: boolean
}

export interface Database {
  connection: Connection
  pool: pg.Pool
  /** `18` */
  major: number
  embedded: boolean
  /** Resolves when the embedded server has ended by itself; never for a server of one's own. */
  lost: Promise<void>
  close(): Promise<void>
}

/** The PostgreSQL of DATABASE_URL, or else the embedded one. Throws a Problem in one line when it cannot be used. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, dataDir, log, command, share } = options
  const server = databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir, log, command, share })
  const connection: Connection = server?.connection ?? { connectionString: databaseUrl }
  const pool = openPool({ ...connection, application_name: command }, options.poolSize)
  try {
    const major = await checkServer(pool)
    const close = async () => {
      await pool.end()
      await server?.stop()
    }
    return { connection, pool, major, embedded: server !== undefined, lost: server?.exited ?? never, close }
  } catch (error) {
    await pool.end()
    await server?.stop()
    throw error
  }
}

const never = new Promise<void>(() => {})

// Any number that nothing else in this database locks.
const migrationLock = 6_310_442

/** Brings the schema and the job queue up to date. Processes that start at the same moment wait for each other. */
export async function prepareDatabase({ connection, pool }: Database): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const applied = await migrate(openDb(pool))
    await migrateJobs(pool)
    return applied
  } finally {
    await client.end()
  }
}
