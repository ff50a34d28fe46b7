import { problem } from '../errors/index.ts'

const badCursor = problem('http.bad_cursor', 400, 'This cursor is not one that the desk gave out.')

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/** A cursor is where the last page ended: the sort values of its last row. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The values a cursor holds; throws `http.bad_cursor` unless there are `length` of them. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length && values.every(isScalar)) return values
  } catch {
    // Not JSON: falls through to the same answer as JSON of another shape.
  }
  throw badCursor(undefined, { field: 'query.cursor' })
}

function isScalar(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number'
}

/** Makes a page of rows that were read with `limit + 1`, so that whether more follow is known without a count. */
export function pageOf<T>(
  rows: T[],
  limit: number,
  cursorOf: (row: T) => readonly (string | number | null)[],
): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null }
}
