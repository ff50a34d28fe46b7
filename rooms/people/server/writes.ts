import type { Insertable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { BuiltInRole } from '../../../platform/access/permission.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import { addressTaken } from './errors.ts'
import { vips } from './vips.ts'

export async function insertPerson(tx: Tx, person: PersonToInsert): Promise<number> {
  const { id } = await tx
    .insertInto('people.person')
    .values({ createdAt: tx.now, updatedAt: tx.now, ...person })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (person.vip) await vips.forget(tx)
  return id
}
type PersonToInsert = Partial<Insertable<Tables['people.person']>> & { name: string; roleId: number }

/** False when the address belongs to somebody already; waits for a transaction that is just about to take it. */
export async function insertAddress(tx: Tx, address: Insertable<Tables['people.personAddress']>): Promise<boolean> {
  const result = await tx
    .insertInto('people.personAddress')
    .values({ createdAt: tx.now, ...address })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function insertOwnAddress(tx: Tx, address: Insertable<Tables['people.personAddress']>): Promise<void> {
  if (!(await insertAddress(tx, address))) throw addressTaken({ email: String(address.email) }, { field: 'body.email' })
}

export async function updatePerson(tx: Tx, id: number, set: Updateable<Tables['people.person']>): Promise<void> {
  await tx
    .updateTable('people.person')
    .set({ ...set, updatedAt: tx.now, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  if (set.vip !== undefined) await vips.forget(tx)
}

export async function builtInRoleId(tx: Tx, role: BuiltInRole): Promise<number> {
  const row = await tx.selectFrom('people.role').select('id').where('builtIn', '=', role).executeTakeFirstOrThrow()
  return row.id
}

const uniqueViolation = '23505'
const foreignKeyViolation = '23503'

/** Turns the refusal of a unique constraint into words; the constraint, not a look beforehand, decides races. */
export function onTaken<T>(words: () => Error, write: () => Promise<T>): Promise<T> {
  return orElse(uniqueViolation, words, write)
}

/** Turns the refusal of a foreign key into words: something, also of rooms this one does not know, still refers to it. */
export function onForeignKey<T>(words: () => Error, write: () => Promise<T>): Promise<T> {
  return orElse(foreignKeyViolation, words, write)
}

async function orElse<T>(code: string, words: () => Error, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) throw words()
    throw error
  }
}
