import { hashPassword, verifyPassword } from '@better-auth/utils/password'
import type { Reader, Tx } from '../../../platform/db/index.ts'

let nobodysHash: Promise<string> | undefined

/** Without a stored password a made-up one is checked, so that the time it takes does not tell whether there is one. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  if (hash) return verifyPassword(hash, password)
  nobodysHash ??= hashPassword('nobody has this password')
  await verifyPassword(await nobodysHash, password)
  return false
}

export async function passwordHashOf(reader: Reader, personId: number): Promise<string | undefined> {
  const row = await reader
    .selectFrom('people.password')
    .select('hash')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.hash
}

/** Hash before the transaction (a tenth of a second), then store. */
export async function storePassword(tx: Tx, personId: number, hash: string): Promise<void> {
  await tx
    .insertInto('people.password')
    .values({ personId, hash, changedAt: tx.now })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ hash, changedAt: tx.now }))
    .execute()
}

export { hashPassword }
