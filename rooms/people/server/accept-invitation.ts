import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { invitationAccepted, passwordChanged } from '../contract/facts.ts'
import { hashPassword, storePassword } from './check-password.ts'
import { hasTotp } from './check-totp.ts'
import { invitationWorthless } from './errors.ts'
import { hashToken } from './make-token.ts'
import { deskSettings } from './queries.ts'
import { actAs, type Origin, type SignedIn, startSession } from './start-session.ts'
import { updatePerson } from './writes.ts'

export async function lookUpInvitation(cx: Cx, token: string) {
  const { name, email } = await openInvitation(cx.db, token, cx.now)
  return { name, email, organisationName: (await deskSettings(cx.db)).organisationName }
}

export async function acceptInvitation(
  cx: Cx,
  input: { token: string; name: string; password: string },
  origin: Origin,
): Promise<SignedIn> {
  await openInvitation(cx.db, input.token, cx.now)
  const hash = await hashPassword(input.password)
  return cx.tx(async (tx) => {
    const taken = await tx
      .updateTable('people.invitation')
      .set({ acceptedAt: tx.now })
      .where('tokenHash', '=', hashToken(input.token))
      .where('acceptedAt', 'is', null)
      .where('expiresAt', '>', tx.now)
      .returning(['id', 'personId', 'email'])
      .executeTakeFirst()
    if (!taken || (await hasTotp(tx, taken.personId))) throw invitationWorthless()
    const name = input.name.trim()
    actAs(tx, taken.personId, name)
    await updatePerson(tx, taken.personId, { name })
    await tx.updateTable('people.personAddress').set({ verified: true }).where('email', '=', taken.email).execute()
    await storePassword(tx, taken.personId, hash)
    await tell(tx, invitationAccepted, taken.id, { personId: taken.personId })
    await tell(tx, passwordChanged, taken.personId, { by: 'invitation' })
    return startSession(tx, taken.personId, origin, { how: 'invitation', totp: false })
  })
}

async function openInvitation(reader: Reader, token: string, now: Date) {
  const open = await reader
    .selectFrom('people.invitation as i')
    .innerJoin('people.person as p', 'p.id', 'i.personId')
    .select(['p.name', 'i.email'])
    .where('i.tokenHash', '=', hashToken(token))
    .where('i.acceptedAt', 'is', null)
    .where('i.expiresAt', '>', now)
    .where('p.active', '=', true)
    .executeTakeFirst()
  if (!open) throw invitationWorthless()
  return open
}
