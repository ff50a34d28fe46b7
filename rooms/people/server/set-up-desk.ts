import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { deskSetUp, passwordChanged, personAdded } from '../contract/facts.ts'
import { hasAdministrator, lockAdministration } from './access.ts'
import { hashPassword, storePassword } from './check-password.ts'
import { setUpRefused, unknownTimeZone } from './errors.ts'
import { hashToken, makeToken } from './make-token.ts'
import { isTimeZone } from './rules.ts'
import { actAs, type Origin, type SignedIn, startSession } from './start-session.ts'
import { builtInRoleId, insertOwnAddress, insertPerson } from './writes.ts'

/** A fresh one-time token for the set-up page, or null when there is an administrator; the one before stops working. */
export async function ensureSetUpToken(tx: Tx): Promise<string | null> {
  if (await hasAdministrator(tx)) return null
  const token = makeToken()
  const tokenHash = hashToken(token)
  await tx
    .insertInto('people.setUp')
    .values({ tokenHash, createdAt: tx.now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ tokenHash, createdAt: tx.now }))
    .execute()
  return token
}

interface SetUp {
  token: string
  organisationName: string
  name: string
  email: string
  password: string
  language?: string
  timeZone?: string
}

export async function setUpDesk(cx: Cx, input: SetUp, origin: Origin): Promise<SignedIn> {
  if (input.timeZone && !isTimeZone(input.timeZone))
    throw unknownTimeZone({ name: input.timeZone }, { field: 'body.timeZone' })
  const hash = await hashPassword(input.password)
  return cx.tx(async (tx) => {
    await lockAdministration(tx)
    const used = await tx
      .deleteFrom('people.setUp')
      .where('tokenHash', '=', hashToken(input.token))
      .returning('id')
      .executeTakeFirst()
    if (!used || (await hasAdministrator(tx))) throw setUpRefused()
    const organisationName = input.organisationName.trim()
    await tx
      .updateTable('people.desk')
      .set({
        organisationName,
        ...(input.language ? { defaultLanguage: input.language } : {}),
        ...(input.timeZone ? { defaultTimeZone: input.timeZone } : {}),
        updatedAt: tx.now,
      })
      .execute()
    const { id: personId, roleId, name, email } = await insertAdministrator(tx, input)
    actAs(tx, personId, name)
    await tell(tx, deskSetUp, 1, { organisationName })
    await tell(tx, personAdded, personId, { name, email, organisationId: null, roleId })
    await storePassword(tx, personId, hash)
    await tell(tx, passwordChanged, personId, { by: 'set-up' })
    return startSession(tx, personId, origin, { how: 'set-up', totp: false })
  })
}

async function insertAdministrator(tx: Tx, input: { name: string; email: string }) {
  const [name, email] = [input.name.trim(), input.email.trim()]
  const roleId = await builtInRoleId(tx, 'administrator')
  const id = await insertPerson(tx, { name, roleId })
  await insertOwnAddress(tx, { personId: id, email, isPrimary: true, verified: true })
  return { id, roleId, name, email }
}
