import { createOTP } from '@better-auth/utils/otp'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { openSecret } from '../../../platform/secrets/index.ts'
import { backupCodeUsed } from '../contract/facts.ts'
import { hashToken } from './make-token.ts'

const stepMs = 30_000
/** A clock that is up to one step off is forgiven (RFC 6238, 5.2). */
const drift = [0, -1, 1]

export async function hasTotp(reader: Reader, personId: number): Promise<boolean> {
  const row = await reader
    .selectFrom('people.totp')
    .select('personId')
    .where('personId', '=', personId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the code is right; it is used up by that, so that one seen over the shoulder is worth nothing. */
export async function takeTotp(tx: Tx, personId: number, code: string): Promise<boolean> {
  const totp = await tx
    .selectFrom('people.totp')
    .selectAll()
    .where('personId', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!totp) return false
  const typed = code.replace(/[\s-]/g, '')
  const step = await stepOf(await openSecret(tx, totp.secret), typed, tx.now)
  if (step !== undefined && step > totp.lastStep) {
    await tx.updateTable('people.totp').set({ lastStep: step }).where('personId', '=', personId).execute()
    return true
  }
  return totp.confirmedAt !== null && takeBackupCode(tx, personId, typed)
}

async function stepOf(secret: Buffer, code: string, now: Date): Promise<number | undefined> {
  const otp = createOTP(new Uint8Array(secret))
  const current = Math.floor(now.getTime() / stepMs)
  for (const offset of drift) if ((await otp.hotp(current + offset)) === code) return current + offset
  return undefined
}

async function takeBackupCode(tx: Tx, personId: number, code: string): Promise<boolean> {
  const used = await tx
    .deleteFrom('people.backupCode')
    .where('personId', '=', personId)
    .where('codeHash', '=', hashToken(code.toUpperCase()))
    .executeTakeFirst()
  if (used.numDeletedRows === 0n) return false
  const left = await tx.selectFrom('people.backupCode').select('personId').where('personId', '=', personId).execute()
  await tell(tx, backupCodeUsed, personId, { left: left.length })
  return true
}
