import { CompiledQuery, type Insertable, type Kysely, type Selectable } from 'kysely'
import type { Tables } from './tables.ts'

type Named<T> = keyof T & string

// One entry for each set of columns that some place in the program writes: some dozens.
const texts = new Map<string, string>()

/**
 * Inserts one row and returns the columns asked for. What a query builder says in a tenth of a millisecond each time is
 * said once here: for the rows that every ticket and every message writes.
 */
export async function insertRow<T extends Named<Tables>, C extends Named<Selectable<Tables[T]>>>(
  tx: Pick<Kysely<Tables>, 'executeQuery'>,
  table: T,
  row: Insertable<Tables[T]>,
  returning: readonly C[],
): Promise<Pick<Selectable<Tables[T]>, C>> {
  const columns = Object.keys(row)
  const { rows } = await tx.executeQuery<Pick<Selectable<Tables[T]>, C>>(
    CompiledQuery.raw(textFor(table, columns, returning), Object.values(row)),
  )
  const [inserted] = rows
  if (!inserted) throw new Error(`nothing was inserted into ${table}`)
  return inserted
}

function textFor(table: string, columns: readonly string[], returning: readonly string[]): string {
  const key = `${table} ${columns} ${returning}`
  let text = texts.get(key)
  if (text === undefined) {
    const places = columns.map((_, index) => `$${index + 1}`)
    text = `insert into ${table.split('.').map(quoted).join('.')} (${columns.map(quoted).join(', ')}) values (${places.join(', ')}) returning ${returning.map(quoted).join(', ')}`
    texts.set(key, text)
  }
  return text
}

/** As the CamelCasePlugin writes names. */
const quoted = (name: string) => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`
