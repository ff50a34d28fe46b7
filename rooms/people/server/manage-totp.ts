import { randomBytes } from 'node:crypto'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { sealSecret } from '../../../platform/secrets/index.ts'
import { totpTurnedOff, totpTurnedOn } from '../contract/facts.ts'
import { actingPersonId, personFor } from './access.ts'
import { isPassword, passwordHashOf } from './check-password.ts'
import { hasTotp, takeTotp } from './check-totp.ts'
import { passwordWrong, totpAlreadyOn, totpNotBegun, totpNotOn, totpWrong } from './errors.ts'
import { hashToken } from './make-token.ts'
import { deskSettings } from './queries.ts'
import { forgiveAttempt, reserveAttempt, totpCounter } from './throttle-sign-in.ts'

/** RFC 4226 (4, R6) recommends 160 bits. */
const secretBytes = 20
const backupCodes = 10

/** Makes a secret that counts for nothing until a first code proves that the app has it. */
export async function beginTotp(cx: Cx, input: { password?: string }): Promise<{ secret: string; uri: string }> {
  const personId = actingPersonId(cx.actor)
  const hash = await passwordHashOf(cx.db, personId)
  if (hash) {
    await reserveAttempt(cx, [totpCounter(personId)])
    if (!(await isPassword(input.password ?? '', hash))) throw passwordWrong(undefined, { field: 'body.password' })
    await cx.tx((tx) => forgiveAttempt(tx, [totpCounter(personId)]))
  }
  return cx.tx(async (tx) => {
    if (await hasTotp(tx, personId)) throw totpAlreadyOn()
    const secret = randomBytes(secretBytes)
    const row = { secret: await sealSecret(tx, secret), createdAt: tx.now, confirmedAt: null, lastStep: 0 }
    await tx
      .insertInto('people.totp')
      .values({ personId, ...row })
      .onConflict((conflict) =>
        conflict.column('personId').doUpdateSet(row).where('people.totp.confirmedAt', 'is', null),
      )
      .execute()
    const bytes = new Uint8Array(secret)
    const issuer = (await deskSettings(tx)).organisationName || 'Deskhand'
    return {
      secret: base32.encode(bytes, { padding: false }),
      uri: createOTP(bytes).url(issuer, cx.actor.email ?? cx.actor.name),
    }
  })
}

/** Turns the second factor on; the ten backup codes are shown this once. */
export async function confirmTotp(cx: Cx, input: { totp: string }): Promise<{ backupCodes: string[] }> {
  const personId = actingPersonId(cx.actor)
  await reserveAttempt(cx, [totpCounter(personId)])
  return cx.tx(async (tx) => {
    const begun = await tx
      .selectFrom('people.totp')
      .select('confirmedAt')
      .where('personId', '=', personId)
      .forUpdate()
      .executeTakeFirst()
    if (!begun) throw totpNotBegun()
    if (begun.confirmedAt) throw totpAlreadyOn()
    if (!(await takeTotp(tx, personId, input.totp))) throw totpWrong(undefined, { field: 'body.totp' })
    await forgiveAttempt(tx, [totpCounter(personId)])
    await tx.updateTable('people.totp').set({ confirmedAt: tx.now }).where('personId', '=', personId).execute()
    const codes = await makeBackupCodes(tx, personId)
    await tell(tx, totpTurnedOn, personId, {})
    return { backupCodes: codes }
  })
}

export async function removeTotp(cx: Cx, input: { totp: string }): Promise<void> {
  const personId = actingPersonId(cx.actor)
  await reserveAttempt(cx, [totpCounter(personId)])
  await cx.tx(async (tx) => {
    if (!(await hasTotp(tx, personId))) throw totpNotOn()
    if (!(await takeTotp(tx, personId, input.totp))) throw totpWrong(undefined, { field: 'body.totp' })
    await forgiveAttempt(tx, [totpCounter(personId)])
    await tx.deleteFrom('people.totp').where('personId', '=', personId).execute()
    await tell(tx, totpTurnedOff, personId, { by: 'self' })
  })
}

/** For somebody who lost their device and the backup codes; whoever does it has made sure who asks. */
export async function resetTotp(cx: Cx, personId: number): Promise<void> {
  await cx.tx(async (tx) => {
    await personFor(tx, cx.actor, personId, 'change')
    if (!(await hasTotp(tx, personId))) throw totpNotOn()
    await tx.deleteFrom('people.totp').where('personId', '=', personId).execute()
    await tell(tx, totpTurnedOff, personId, { by: 'administrator' })
  })
}

async function makeBackupCodes(tx: Tx, personId: number): Promise<string[]> {
  const codes = Array.from({ length: backupCodes }, () => base32.encode(new Uint8Array(randomBytes(10))))
  const rows = codes.map((code) => ({ personId, codeHash: hashToken(code) }))
  await tx.insertInto('people.backupCode').values(rows).execute()
  return codes.map((code) => code.match(/.{4}/g)?.join('-') ?? code)
}
