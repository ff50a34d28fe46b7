import { CompiledQuery } from 'kysely'
import type { Key, Tx } from './tx.ts'

/**
 * Asks for the next keys of some tables, without waiting: rows that are inserted then need not be waited for either, nor what
 * refers to them. To be asked after what is locked has been, so that of the rows of one thing the later has the higher key.
 */
export function keysAhead(tx: Tx, keys: readonly Key[]): void {
  const asked = tx.executeQuery<Record<string, number>>(CompiledQuery.raw(textFor(keys)))
  keys.forEach((key, index) => {
    const next = asked.then(({ rows }) => rows[0]?.[`k${index}`] as number)
    // Who takes it hears that it failed; perhaps nobody does.
    next.catch(() => {})
    const waiting = tx.passing.keys.get(key) ?? []
    tx.passing.keys.set(key, [...waiting, next])
  })
}

/** The next key that was asked for ahead, if any. */
export const takeKey = (tx: Tx, key: Key): Promise<number> | undefined => tx.passing.keys.get(key)?.shift()

const texts = new Map<string, string>()

function textFor(keys: readonly Key[]): string {
  const name = keys.join()
  const known = texts.get(name)
  if (known !== undefined) return known
  const text = `select ${keys.map((key, index) => `nextval('${sequenceOf(key)}') as k${index}`).join(', ')}`
  texts.set(name, text)
  return text
}

/** As PostgreSQL names the sequence of an identity column. */
const sequenceOf = (key: Key) => `${key.replace(/\.(\w+)$/, '_$1')}_seq`
