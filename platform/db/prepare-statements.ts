import type pg from 'pg'
import { KnownQuery } from './known-query.ts'

// A connection keeps each prepared statement in memory, some ten kilobytes; those made from varying lists are not worth it.
const mostStatements = 400
const worthItAfter = 5
const resultTypeChanged = '0A000'

const seen = new Map<string, number>()
const names = new Map<string, string>()
let named = 0

function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined) return name
  const times = (seen.get(text) ?? 0) + 1
  if (seen.size > 5000) seen.clear()
  seen.set(text, times)
  if (times < worthItAfter || names.size >= mostStatements) return undefined
  const fresh = `dh${++named}`
  names.set(text, fresh)
  return fresh
}

/**
 * Gives a name to each statement that is used often, so that PostgreSQL reads and plans it once per connection and not once
 * per call: that is half of the work of a short statement. (PostgreSQL manual, PREPARE; it still plans anew for each set of
 * parameters as long as that is better.)
 */
export function prepareStatements(client: pg.ClientBase): void {
  // biome-ignore lint/suspicious/noExplicitAny: the function has a dozen overloads; only one is treated specially.
  const plain: (...all: any[]) => any = client.query.bind(client)
  const query = (text: unknown, values?: unknown, ...rest: unknown[]) => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return plain(text, values, ...rest)
    const name = nameOf(text)
    if (name === undefined || rest.length > 0) return plain(text, values, ...rest)
    return new Promise((resolve, reject) => {
      const done = (error: (Error & { code?: string }) | null, result: pg.QueryResult) => {
        if (!error) return resolve(result)
        // A migration beside a running process changed a table: from now on the statement goes without a name.
        if (error.code === resultTypeChanged) {
          names.delete(text)
          seen.set(text, Number.NEGATIVE_INFINITY)
        }
        reject(error)
      }
      plain(new KnownQuery(name, text, values, done))
    })
  }
  client.query = query as typeof client.query
}
