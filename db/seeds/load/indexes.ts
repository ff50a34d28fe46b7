import type pg from 'pg'

/**
 * Takes the secondary indexes of big tables away while they are filled and builds them again afterwards, in one sort
 * instead of one step per row. Constraints, and so unique indexes, stay in force all the time.
 */
export async function withoutIndexes(
  pool: pg.Pool,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = any($1::regclass[]) and not indisunique order by pg_relation_size(indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await pool.query(`drop index ${name}`)
  try {
    await work()
  } finally {
    const client = await pool.connect()
    try {
      await client.query("set maintenance_work_mem = '256MB'")
      for (const { definition } of rows) await client.query(definition)
    } finally {
      await client.query('reset maintenance_work_mem')
      client.release()
    }
  }
}
