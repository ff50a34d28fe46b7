import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { passwordChanged, personAdded, personChanged } from '../contract/facts.ts'
import { hashPassword, storePassword } from './check-password.ts'
import { mailInvitation } from './invite-person.ts'
import { forgetActors } from './resolve-actor.ts'
import { nameFromEmail } from './rules.ts'
import { builtInRoleId, insertAddress, insertPerson, updatePerson } from './writes.ts'

interface NewAdministrator {
  email: string
  name?: string | undefined
  /** Without one they are invited by mail, and the token of the invitation is returned. */
  password?: string | undefined
}

/** For the command line, where whoever can run it owns the data: makes, or promotes, an administrator. */
export async function createAdministrator(
  tx: Tx,
  input: NewAdministrator,
): Promise<{ personId: number; invitationToken: string | null }> {
  const email = input.email.trim()
  const personId = await administratorOf(tx, email, input.name?.trim() || nameFromEmail(email))
  if (input.password === undefined) {
    const { token } = await mailInvitation(tx, personId, email)
    return { personId, invitationToken: token }
  }
  await storePassword(tx, personId, await hashPassword(input.password))
  await tell(tx, passwordChanged, personId, { by: 'cli' })
  return { personId, invitationToken: null }
}

async function administratorOf(tx: Tx, email: string, name: string): Promise<number> {
  const roleId = await builtInRoleId(tx, 'administrator')
  const known = await tx
    .selectFrom('people.personAddress as a')
    .innerJoin('people.person as p', 'p.id', 'a.personId')
    .select(['p.id', 'p.roleId', 'p.active'])
    .where('a.email', '=', email)
    .executeTakeFirst()
  if (!known) {
    const id = await insertPerson(tx, { name, roleId })
    await insertAddress(tx, { personId: id, email, isPrimary: true, verified: true })
    await tell(tx, personAdded, id, { name, email, organisationId: null, roleId })
    return id
  }
  await updatePerson(tx, known.id, { roleId, active: true })
  await tell(tx, personChanged, known.id, { changes: { roleId: { before: known.roleId, after: roleId } } })
  forgetActors(tx)
  return known.id
}
