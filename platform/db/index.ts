import {
  CamelCasePlugin,
  Kysely,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PostgresDialect,
  type QueryResult,
  RawNode,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely'
import pg from 'pg'
import { Problem } from '../errors/index.ts'
import { beginWithoutWaiting } from './begin-without-waiting.ts'
import { prepareStatements } from './prepare-statements.ts'
import type { Tables } from './tables.ts'
import type { Db } from './tx.ts'
import { writeTogether } from './write-together.ts'

export { among } from './among.ts'
export { beforeCommit, inPassing, nothingPassing } from './in-passing.ts'
export { inTransaction } from './in-transaction.ts'
export { keysAhead } from './keys-ahead.ts'
export { insertRow, rowBy } from './rows.ts'

export type { Db, Listeners, Reader, Tx } from './tx.ts'

export const oldestPostgres = 15

// Ids are bigint; they stay far below 2^53, so a number is exact and simpler than a string.
const int8 = 20
pg.types.setTypeParser(int8, Number)
const int8Array = 1016
const readArray: (text: string) => (string | null)[] = pg.types.getTypeParser(int8Array as number)
pg.types.setTypeParser(int8Array as number, (text: string) =>
  readArray(text).map((id) => (id === null ? null : Number(id))),
)

export type Connection = pg.PoolConfig

export function openPool(connection: Connection, size: number): pg.Pool {
  const pool = new pg.Pool({
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    // What is asked of one connection without waiting is sent without waiting (PostgreSQL manual, Pipeline Mode).
    pipeline: true,
    ...connection,
  })
  // A connection that the server closes must not end the process; the next query opens a new one.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    prepareStatements(client)
    beginWithoutWaiting(client)
    writeTogether(client)
  })
  return pool
}

const isWrittenOut = (node: OperationNode): boolean =>
  node.kind === 'ValueNode' || (RawNode.is(node) && node.parameters.every(isWrittenOut))

/** Leaves SQL alone that is written out and names nothing by an object: looking through it costs as much as sending it. */
class CamelCaseWhereNeeded extends CamelCasePlugin {
  override transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return isWrittenOut(args.node) ? args.node : super.transformQuery(args)
  }

  /** The rows of one answer have the same columns: their names are read once. */
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const names = Object.keys(result.rows[0] ?? {}).map((name) => [name, this.camelCase(name)] as const)
    if (names.every(([column, name]) => column === name)) return result
    const renamed = (row: UnknownRow) => {
      const fresh: UnknownRow = {}
      for (const [column, name] of names) fresh[name] = row[column]
      return fresh
    }
    return { ...result, rows: result.rows.map(renamed) }
  }
}

export function openDb(pool: pg.Pool): Db {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCaseWhereNeeded({ maintainNestedObjectKeys: true })],
  })
}

/** Throws a Problem in one line when the server cannot be reached or is too old. */
export async function checkServer(pool: pg.Pool): Promise<number> {
  const version = await readServerVersion(pool)
  const major = Math.floor(version / 10_000)
  if (major >= oldestPostgres) return major
  throw new Problem('db.too_old', 500, `PostgreSQL ${major} is too old; Deskhand needs ${oldestPostgres} or newer.`)
}

async function readServerVersion(pool: pg.Pool): Promise<number> {
  try {
    const result = await pool.query<{ version: string }>("select current_setting('server_version_num') as version")
    return Number(result.rows[0]?.version)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || cause.constructor.name : String(cause)
    throw new Problem('db.unreachable', 500, `PostgreSQL cannot be reached: ${why}`, { field: 'DATABASE_URL', cause })
  }
}
