import type pg from 'pg'
import { openDb } from '../../../platform/db/index.ts'
import { migrationState } from '../../../platform/db/migrate.ts'
import type { Database } from '../../server/database.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

export async function checkDatabase(database: Database): Promise<Finding[]> {
  const kind = database.embedded ? 'embedded' : 'DATABASE_URL'
  return [
    ok('Database', `PostgreSQL ${database.major} (${kind}) answers`),
    await checkEncoding(database.pool),
    await checkExtensions(database.pool),
    await checkMigrations(database.pool),
    await checkClock(database.pool),
    ...(await checkQueue(database.pool)),
    ...(await checkAlarms(database.pool)),
  ]
}

async function checkEncoding(pool: pg.Pool): Promise<Finding> {
  const encoding = await one<string>(pool, "select current_setting('server_encoding')")
  if (encoding === 'UTF8') return ok('Encoding', 'UTF8')
  return fail('Encoding', `The database is in ${encoding}; make it with \`encoding 'UTF8'\`.`)
}

const extensions = ['btree_gin', 'citext', 'pg_trgm', 'unaccent']

async function checkExtensions(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<{ name: string }>('select name from pg_available_extensions where name = any($1)', [
    extensions,
  ])
  const missing = extensions.filter((name) => !rows.some((row) => row.name === name))
  if (missing.length === 0) return ok('Extensions', extensions.join(', '))
  return fail('Extensions', `${missing.join(', ')} cannot be had there; install PostgreSQL's contrib package.`)
}

async function checkMigrations(pool: pg.Pool): Promise<Finding> {
  try {
    const { applied, pending } = await migrationState(openDb(pool))
    if (pending.length === 0) return ok('Migrations', `${applied} applied`)
    return warn('Migrations', `${pending.length} not applied yet; the next \`serve\` or \`migrate\` applies them.`)
  } catch (error) {
    return fail('Migrations', `They cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

async function checkClock(pool: pg.Pool): Promise<Finding> {
  const asked = Date.now()
  const there = await one<number>(pool, 'select extract(epoch from clock_timestamp())::float8 * 1000')
  const apartMs = Math.abs(there - (asked + Date.now()) / 2)
  const words = `The clocks of this machine and of the database are ${(apartMs / 1000).toFixed(1)} s apart`
  return apartMs > 5000 ? warn('Clock', `${words}; times of due work will be off.`) : ok('Clock', 'as in the database')
}

async function checkQueue(pool: pg.Pool): Promise<Finding[]> {
  const there = await one<string | null>(pool, "select to_regclass('graphile_worker._private_jobs')::text")
  if (!there) return []
  const waiting = await one<number>(
    pool,
    "select count(*)::int from graphile_worker._private_jobs where run_at < now() - interval '10 minutes' and locked_at is null and attempts < max_attempts",
  )
  const given = await one<number>(
    pool,
    'select count(*)::int from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null',
  )
  const findings: Finding[] = []
  if (waiting > 0) findings.push(warn('Jobs', `${waiting} wait longer than 10 minutes; does a process work the queue?`))
  if (given > 0) findings.push(warn('Jobs', `${given} failed too often and were given up.`))
  return findings.length > 0 ? findings : [ok('Jobs', 'none is late')]
}

/** Rows whose moment came and whose handling fails, again and again. */
async function checkAlarms(pool: pg.Pool): Promise<Finding[]> {
  const there = await one<string | null>(pool, "select to_regclass('platform.alarm_failure')::text")
  if (!there) return []
  const { rows } = await pool.query<{ alarm: string; count: number; error: string }>(
    'select alarm, count(*)::int, max(error) as error from platform.alarm_failure group by alarm order by alarm',
  )
  if (rows.length === 0) return [ok('Alarms', 'none fails')]
  return rows.map(({ alarm, count, error }) => warn('Alarms', `"${alarm}" fails for ${count}, as with: ${error}`))
}

async function one<T>(pool: pg.Pool, sql: string): Promise<T> {
  const { rows } = await pool.query({ text: sql, rowMode: 'array' })
  return rows[0]?.[0] as T
}
