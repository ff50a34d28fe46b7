import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { passwordResetMs, signInLinkMs } from './config.ts'
import { findOrAddRequester } from './find-or-add-requester.ts'
import { mailLink } from './mail-link.ts'
import { hashToken, makeToken } from './make-token.ts'
import { deskSettings, findPersonByEmail } from './queries.ts'

export type Purpose = 'sign-in' | 'password-reset'

const pathOf: Record<Purpose, string> = { 'sign-in': '/sign-in', 'password-reset': '/reset-password' }

/** Sends a link to the address that was typed, if it belongs to somebody active; a stranger gets one where sign-up is open. */
export async function sendToken(cx: Cx, { email, purpose }: { email: string; purpose: Purpose }): Promise<void> {
  await cx.tx(async (tx) => {
    const person = await whomToSend(tx, email, purpose)
    if (!person) return
    const token = makeToken()
    const lifeMs = purpose === 'sign-in' ? signInLinkMs : passwordResetMs
    await tx
      .insertInto('people.mailedToken')
      .values({
        personId: person.id,
        purpose,
        tokenHash: hashToken(token),
        email,
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + lifeMs),
      })
      .execute()
    await mailLink(tx, purpose, { personId: person.id, name: person.name, email }, `${pathOf[purpose]}?token=${token}`)
  })
}

async function whomToSend(tx: Tx, email: string, purpose: Purpose): Promise<{ id: number; name: string } | undefined> {
  const known = await findPersonByEmail(tx, email)
  if (known || purpose !== 'sign-in') return known
  if (!(await deskSettings(tx)).openSignUp) return undefined
  const requester = await findOrAddRequester(tx, { email })
  return requester.active ? requester : undefined
}
