import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Whether a column is one of the ids. A single one is compared as such: of a list PostgreSQL guesses ten, and then plans the
 * statement anew for every call, because the plan for the one looks so much cheaper.
 */
export function among(column: Expression<unknown>, ids: readonly number[]): RawBuilder<SqlBool> {
  return ids.length === 1 ? sql`${column} = ${ids[0]}::bigint` : sql`${column} = any(${[...ids]}::bigint[])`
}
