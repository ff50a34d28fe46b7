import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { passwordChanged } from '../contract/facts.ts'
import { actingPersonId } from './access.ts'
import { hashPassword, isPassword, passwordHashOf, storePassword } from './check-password.ts'
import { endSessionsOf } from './end-session.ts'
import { passwordWrong } from './errors.ts'
import { forgiveAttempt, reserveAttempt, totpCounter } from './throttle-sign-in.ts'

/** Whoever has a password proves it; whoever signed in by link sets their first. All other sessions end. */
export async function changePassword(cx: Cx, input: { current?: string; password: string }): Promise<void> {
  const personId = actingPersonId(cx.actor)
  const counters = [totpCounter(personId)]
  await reserveAttempt(cx, counters)
  const stored = await passwordHashOf(cx.db, personId)
  if (stored && !(await isPassword(input.current ?? '', stored)))
    throw passwordWrong(undefined, { field: 'body.current' })
  const hash = await hashPassword(input.password)
  await cx.tx(async (tx) => {
    await forgiveAttempt(tx, counters)
    await storePassword(tx, personId, hash)
    await tx.deleteFrom('people.mailedToken').where('personId', '=', personId).execute()
    await endSessionsOf(tx, personId, 'password changed', cx.actor.sessionId)
    await tell(tx, passwordChanged, personId, { by: 'self' })
  })
}
