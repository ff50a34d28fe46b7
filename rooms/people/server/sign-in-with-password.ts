import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { sessionFailed } from '../contract/facts.ts'
import { isPassword } from './check-password.ts'
import { hasTotp, takeTotp } from './check-totp.ts'
import { signInRefused, totpNeeded, totpWrong } from './errors.ts'
import { noteFailedSignIn } from './jobs.ts'
import { type Origin, type SignedIn, startSession } from './start-session.ts'
import { accountCounter, forgiveAttempt, networkCounter, reserveAttempt, totpCounter } from './throttle-sign-in.ts'

interface Credentials {
  email: string
  password: string
  totp?: string
}

/** Answers alike, and takes alike long, whether the address is unknown, has no password, or the password is wrong. */
export async function signInWithPassword(cx: Cx, input: Credentials, origin: Origin): Promise<SignedIn> {
  const counters = [accountCounter(input.email), networkCounter(origin.ip)]
  await reserveAttempt(cx, counters)
  const person = await findCredentials(cx, input.email)
  if (!(await isPassword(input.password, person?.hash)) || !person) {
    await cx.tx((tx) => addJob(tx, noteFailedSignIn, { email: input.email.trim(), ipAddress: origin.ip }))
    throw signInRefused()
  }
  const needsTotp = await hasTotp(cx.db, person.id)
  if (needsTotp && !input.totp) {
    await cx.tx((tx) => forgiveAttempt(tx, counters))
    throw totpNeeded()
  }
  if (needsTotp) {
    counters.push(totpCounter(person.id))
    await reserveAttempt(cx, [totpCounter(person.id)])
  }
  const signedIn = await cx.tx(async (tx) => {
    if (needsTotp && !(await takeTotp(tx, person.id, input.totp ?? ''))) return undefined
    await forgiveAttempt(tx, counters)
    return startSession(tx, person.id, origin, { how: 'password', totp: needsTotp })
  })
  if (signedIn) return signedIn
  await cx.tx((tx) => tell(tx, sessionFailed, person.id, { why: 'totp', ipAddress: origin.ip }))
  throw totpWrong()
}

async function findCredentials(cx: Cx, email: string) {
  return cx.db
    .selectFrom('people.personAddress as a')
    .innerJoin('people.person as p', 'p.id', 'a.personId')
    .leftJoin('people.password as pw', 'pw.personId', 'p.id')
    .select(['p.id', 'pw.hash'])
    .where('a.email', '=', email.trim())
    .where('p.active', '=', true)
    .executeTakeFirst()
}
