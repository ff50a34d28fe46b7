import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Connection, openPool } from '../db/index.ts'
import { onDatabase, templateName } from './global-setup.ts'

export interface TestDatabase {
  connection: Connection
  drop(): Promise<void>
}

/** A database of the test file's own, cloned from the migrated template. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `deskhand_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${templateName}`)
  return {
    connection: onDatabase(server, name),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  }
}

async function onServer(server: Connection, statement: string): Promise<void> {
  const pool = openPool(server, 1)
  // Two files that clone at the same moment find the template in use; the second simply waits its turn.
  for (let attempt = 0; ; attempt++) {
    try {
      await pool.query(statement)
      break
    } catch (error) {
      if (attempt > 50 || !String(error).includes('being accessed by other users')) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  await pool.end()
}
