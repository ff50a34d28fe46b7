import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/index.ts'
import { problem } from '../../platform/errors/index.ts'

const deskInUse = problem(
  'example.desk_in_use',
  409,
  'This desk has tickets already; an example is loaded into a desk without any. Give it another DATA_DIR or DATABASE_URL.',
)
const loadingAlready = problem('example.loading', 409, 'The example is being loaded at this moment.')

/** The number of the advisory lock that says: an example is being loaded. */
const lock = 7_310_022

export async function usedDesk(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('ticket.ticket').select('number').limit(1).executeTakeFirst()) !== undefined
}

/** An example is never mixed with what a desk has of its own. */
export async function refuseUsedDesk(reader: Reader): Promise<void> {
  if (await usedDesk(reader)) throw deskInUse()
}

/** Claims the desk for one example, until the transaction ends. */
export async function claimDesk(tx: Tx): Promise<void> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lock}) as got`.execute(tx)
  if (!rows[0]?.got) throw loadingAlready()
  await refuseUsedDesk(tx)
}

export async function loadingNow(reader: Reader): Promise<boolean> {
  const { rows } = await sql`
    select from pg_locks where locktype = 'advisory' and classid = 0 and objid = ${lock} and objsubid = 1
      and database = (select oid from pg_database where datname = current_database()) limit 1`.execute(reader)
  return rows.length > 0
}
