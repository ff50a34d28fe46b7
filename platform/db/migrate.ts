import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { Problem } from '../errors/index.ts'
import type { Db } from './index.ts'

const folder = join(import.meta.dirname, '../../db/migrations')

/** Applies all pending migrations (`db/migrations/NNNN-room-what.sql`, in name order, each in the same transaction). */
export async function migrate(db: Db): Promise<string[]> {
  await refuseNewer(db)
  const { error, results } = await migratorOf(db).migrateToLatest()
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName
    const why = error instanceof Error ? error.message : String(error)
    throw new Problem('db.migration_failed', 500, `Migration ${failed ?? ''} failed: ${why}`, { cause: error })
  }
  return (results ?? []).map((result) => result.migrationName)
}

/** An older program must not write to a database whose rules it does not know. */
async function refuseNewer(db: Db): Promise<void> {
  const there = await sql<{ name: string | null }>`select to_regclass('platform.migration')::text as name`.execute(db)
  if (!there.rows[0]?.name) return
  const applied = await sql<{ name: string }>`select name from platform.migration order by name`.execute(db)
  const known = await readMigrations()
  const unknown = applied.rows.map((row) => row.name).filter((name) => !(name in known))
  if (unknown.length === 0) return
  const words = `The database is newer than this Deskhand: it has the migration ${unknown.at(-1)}. Use the newer program, or restore a backup.`
  throw new Problem('db.newer', 500, words)
}

export interface MigrationState {
  applied: number
  pending: string[]
}

export async function migrationState(db: Db): Promise<MigrationState> {
  const all = await migratorOf(db).getMigrations()
  const pending = all.filter((migration) => !migration.executedAt).map((migration) => migration.name)
  return { applied: all.length - pending.length, pending }
}

function migratorOf(db: Db): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: readMigrations },
    migrationTableSchema: 'platform',
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
    // Files are numbered by room, so that a new one of a room on the left comes before those that ran long ago.
    allowUnorderedMigrations: true,
  })
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    const text = await readFile(join(folder, name), 'utf8')
    return [name.slice(0, -'.sql'.length), { up: async (db) => void (await sql.raw(text).execute(db)) }]
  })
  return Object.fromEntries(await Promise.all(entries))
}
