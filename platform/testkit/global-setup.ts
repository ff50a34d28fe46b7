import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../db/embedded/index.ts'
import { type Connection, openDb, openPool } from '../db/index.ts'
import { migrate } from '../db/migrate.ts'
import { migrateJobs } from '../jobs/runner.ts'
import { openLog } from '../log/index.ts'

export const templateName = 'deskhand_test_template'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that test databases are cloned on. */
    postgres: Connection
  }
}

/**
 * Gives all test files one PostgreSQL with a migrated template database: the server of TEST_DATABASE_URL when that is
 * set (its user must be allowed to create databases), else an embedded one in a temporary folder.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer()
  await makeTemplate(server.connection)
  project.provide('postgres', server.connection)
  return server.stop
}

async function findServer(): Promise<{ connection: Connection; stop: () => Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { connection: { connectionString: url }, stop: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-test-'))
  // Nothing of it outlives the run; that commits last is proved in platform/db/embedded and by the crash test.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const server = await startEmbeddedPostgres({ dataDir, log: openLog('silent'), settings })
  return {
    connection: server.connection,
    stop: async () => {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(connection: Connection): Promise<void> {
  const admin = openPool(connection, 1)
  await admin.query(`drop database if exists ${templateName} with (force)`)
  await admin.query(`create database ${templateName}`)
  await admin.end()
  const pool = openPool(onDatabase(connection, templateName), 4)
  await migrate(openDb(pool))
  await migrateJobs(pool)
  await pool.end()
}

/** The same server, another database. */
export function onDatabase(connection: Connection, database: string): Connection {
  if (!connection.connectionString) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { ...connection, connectionString: url.href }
}
