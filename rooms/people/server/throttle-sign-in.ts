import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tooManyAttempts } from './errors.ts'
import { hashToken } from './make-token.ts'
import { accountThrottle, delayMs, mailThrottle, networkThrottle, type Throttle } from './rules.ts'

interface Counter {
  key: Buffer
  throttle: Throttle
}

/** By the address as typed: whether it belongs to anybody makes no difference, so the answer gives nothing away. */
export function accountCounter(email: string): Counter {
  return { key: hashToken(`account ${email.trim().toLowerCase()}`), throttle: accountThrottle }
}

/** The second factor is counted per person, whichever address or link led to it. */
export function totpCounter(personId: number): Counter {
  return { key: hashToken(`totp ${personId}`), throttle: accountThrottle }
}

export function networkCounter(ip: string): Counter {
  return { key: hashToken(`network ${ip}`), throttle: networkThrottle }
}

export function mailCounter(email: string): Counter {
  return { key: hashToken(`mail ${email.trim().toLowerCase()}`), throttle: mailThrottle }
}

/**
 * Counts an attempt as failed before it is made, so that a hundred guesses sent at once do not all slip through while the
 * first is being checked. Throws `session.too_many_attempts` while one of the counters is blocked.
 */
export async function reserveAttempt(cx: Cx, counters: readonly Counter[]): Promise<void> {
  const waitMs = await cx.tx(async (tx) => {
    const waits: number[] = []
    for (const counter of counters) waits.push(await waitOf(tx, counter))
    const longest = Math.max(...waits)
    if (longest <= 0) for (const counter of counters) await count(tx, counter)
    return longest
  })
  if (waitMs <= 0) return
  const seconds = Math.ceil(waitMs / 1000)
  throw tooManyAttempts({ seconds }, { extra: { retryAfterSeconds: seconds } })
}

/** Takes the attempt back that turned out right: the account starts anew, the network only gets this one back. */
export async function forgiveAttempt(tx: Tx, counters: readonly Counter[]): Promise<void> {
  for (const { key, throttle } of counters) {
    if (throttle !== networkThrottle) await tx.deleteFrom('people.signInFailure').where('key', '=', key).execute()
    else
      await tx
        .updateTable('people.signInFailure')
        .set((eb) => ({ failures: eb('failures', '-', 1), blockedUntil: tx.now }))
        .where('key', '=', key)
        .execute()
  }
}

async function waitOf(tx: Tx, { key, throttle }: Counter): Promise<number> {
  const now = tx.now
  await tx
    .insertInto('people.signInFailure')
    .values({ key, failures: 0, lastAt: now, blockedUntil: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('people.signInFailure')
    .selectAll()
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (now.getTime() - row.lastAt.getTime() > throttle.forgetAfterMs) {
    await tx.updateTable('people.signInFailure').set({ failures: 0 }).where('key', '=', key).execute()
    return 0
  }
  return row.blockedUntil.getTime() - now.getTime()
}

async function count(tx: Tx, { key, throttle }: Counter): Promise<void> {
  const { failures } = await tx
    .updateTable('people.signInFailure')
    .set((eb) => ({ failures: eb('failures', '+', 1), lastAt: tx.now }))
    .where('key', '=', key)
    .returning('failures')
    .executeTakeFirstOrThrow()
  const blockedUntil = new Date(tx.now.getTime() + delayMs(throttle, failures))
  await tx.updateTable('people.signInFailure').set({ blockedUntil }).where('key', '=', key).execute()
}
