import { CompiledQuery, type Insertable, type Kysely, type Selectable } from 'kysely'
import { inPassing } from './in-passing.ts'
import { takeKey } from './keys-ahead.ts'
import type { Tables } from './tables.ts'
import type { Key, Tx } from './tx.ts'

type Named<T> = keyof T & string

// One entry for each set of columns that some place in the program reads or writes: some dozens.
const texts = new Map<string, string>()

/**
 * Inserts one row and returns the columns asked for. What a query builder says in a tenth of a millisecond each time is
 * said once here: for the rows that every ticket and every message writes. A row whose key was asked for ahead is not waited for.
 */
export async function insertRow<T extends Named<Tables>, C extends Named<Selectable<Tables[T]>>>(
  tx: Tx,
  table: T,
  row: Insertable<Tables[T]>,
  returning: readonly C[],
): Promise<Pick<Selectable<Tables[T]>, C>> {
  const columns = Object.keys(row)
  const [key, ...others] = returning
  const ahead = key !== undefined && others.length === 0 ? takeKey(tx, `${table}.${key}` as Key) : undefined
  if (key !== undefined && ahead) {
    const value = await ahead
    const text = textFor(table, [key, ...columns], [])
    inPassing(tx, tx.executeQuery(CompiledQuery.raw(text, [value, ...Object.values(row)])))
    return { [key]: value } as Pick<Selectable<Tables[T]>, C>
  }
  const { rows } = await tx.executeQuery<Pick<Selectable<Tables[T]>, C>>(
    CompiledQuery.raw(textFor(table, columns, returning), Object.values(row)),
  )
  const [inserted] = rows
  if (!inserted) throw new Error(`nothing was inserted into ${table}`)
  return inserted
}

/**
 * The row whose key has this value, or undefined: for the rows that every call reads, said once like those it writes. Locked
 * on demand until the transaction ends.
 */
export async function rowBy<T extends Named<Tables>, C extends Named<Selectable<Tables[T]>>>(
  reader: Pick<Kysely<Tables>, 'executeQuery'>,
  table: T,
  key: Named<Selectable<Tables[T]>>,
  value: number,
  columns: readonly C[],
  lock = false,
): Promise<Pick<Selectable<Tables[T]>, C> | undefined> {
  const name = `${table} ${key} ${columns} ${lock}`
  const text = saidOnce(
    name,
    () =>
      `select ${columns.map(quoted).join(', ')} from ${nameOf(table)} where ${quoted(key)} = $1${lock ? ' for update' : ''}`,
  )
  const { rows } = await reader.executeQuery<Pick<Selectable<Tables[T]>, C>>(CompiledQuery.raw(text, [value]))
  return rows[0]
}

function textFor(table: string, columns: readonly string[], returning: readonly string[]): string {
  return saidOnce(`${table} ${columns} ${returning}`, () => {
    const places = columns.map((_, index) => `$${index + 1}`)
    const insert = `insert into ${nameOf(table)} (${columns.map(quoted).join(', ')})`
    const values = `values (${places.join(', ')})`
    return returning.length > 0
      ? `${insert} ${values} returning ${returning.map(quoted).join(', ')}`
      : `${insert} overriding system value ${values}`
  })
}

function saidOnce(key: string, say: () => string): string {
  let text = texts.get(key)
  if (text === undefined) {
    text = say()
    texts.set(key, text)
  }
  return text
}

const nameOf = (table: string) => table.split('.').map(quoted).join('.')

/** As the CamelCasePlugin writes names. */
const quoted = (name: string) => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`
