import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { passwordChanged, sessionFailed } from '../contract/facts.ts'
import { hashPassword, storePassword } from './check-password.ts'
import { hasTotp, takeTotp } from './check-totp.ts'
import { endSessionsOf } from './end-session.ts'
import { linkWorthless, totpNeeded, totpWrong } from './errors.ts'
import { hashToken } from './make-token.ts'
import type { Purpose } from './send-mailed-token.ts'
import { actAs, type Origin, type SignedIn, startSession } from './start-session.ts'
import { accountCounter, forgiveAttempt, reserveAttempt, totpCounter } from './throttle-sign-in.ts'

/** A link proves the mailbox; whoever has a second factor still needs it. A wrong code does not use up the link. */
export async function redeemSignInLink(
  cx: Cx,
  input: { token: string; totp?: string },
  origin: Origin,
): Promise<SignedIn> {
  const personId = await personOf(cx.db, input.token, 'sign-in', cx.now)
  const needsTotp = await hasTotp(cx.db, personId)
  if (needsTotp && !input.totp) throw totpNeeded()
  if (needsTotp) await reserveAttempt(cx, [totpCounter(personId)])
  const signedIn = await cx.tx(async (tx) => {
    if (needsTotp && !(await takeTotp(tx, personId, input.totp ?? ''))) {
      await tell(tx, sessionFailed, personId, { why: 'totp', ipAddress: origin.ip })
      return undefined
    }
    const link = await consumeToken(tx, input.token, 'sign-in')
    if (needsTotp) await forgiveAttempt(tx, [totpCounter(personId)])
    await forgiveAttempt(tx, [accountCounter(link.email)])
    return startSession(tx, personId, origin, { how: 'link', totp: needsTotp })
  })
  if (!signedIn) throw totpWrong()
  return signedIn
}

export async function redeemPasswordReset(cx: Cx, input: { token: string; password: string }): Promise<void> {
  await personOf(cx.db, input.token, 'password-reset', cx.now)
  const hash = await hashPassword(input.password)
  await cx.tx(async (tx) => {
    const link = await consumeToken(tx, input.token, 'password-reset')
    actAs(tx, link.personId, link.name)
    await storePassword(tx, link.personId, hash)
    await tx.deleteFrom('people.mailedToken').where('personId', '=', link.personId).execute()
    await forgiveAttempt(tx, [accountCounter(link.email)])
    await endSessionsOf(tx, link.personId, 'password reset')
    await tell(tx, passwordChanged, link.personId, { by: 'reset' })
  })
}

async function personOf(reader: Reader, token: string, purpose: Purpose, now: Date): Promise<number> {
  const row = await reader
    .selectFrom('people.mailedToken as m')
    .innerJoin('people.person as p', 'p.id', 'm.personId')
    .select('p.id')
    .where('m.tokenHash', '=', hashToken(token))
    .where('m.purpose', '=', purpose)
    .where('m.expiresAt', '>', now)
    .where('p.active', '=', true)
    .executeTakeFirst()
  if (!row) throw linkWorthless()
  return row.id
}

/** Deleting is taking: of two that come at once one waits for the other and finds nothing. */
async function consumeToken(tx: Tx, token: string, purpose: Purpose) {
  const taken = await tx
    .deleteFrom('people.mailedToken')
    .where('tokenHash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', tx.now)
    .returning(['personId', 'email'])
    .executeTakeFirst()
  if (!taken) throw linkWorthless()
  const person = await tx
    .selectFrom('people.person')
    .select('name')
    .where('id', '=', taken.personId)
    .where('active', '=', true)
    .forShare()
    .executeTakeFirst()
  if (!person) throw linkWorthless()
  await tx.updateTable('people.personAddress').set({ verified: true }).where('email', '=', taken.email).execute()
  return { ...taken, name: person.name }
}
