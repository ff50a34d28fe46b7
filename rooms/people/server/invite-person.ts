import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { invitationSent, invitationWithdrawn, personAdded, personChanged } from '../contract/facts.ts'
import type { Invitation, NewInvitation } from '../contract/http-desk.ts'
import { grantableRole, personFor } from './access.ts'
import { leaveAllTeams, putMember } from './change-members.ts'
import { passwordHashOf } from './check-password.ts'
import { invitationMs } from './config.ts'
import { alreadyHasPassword, invitationNotFound } from './errors.ts'
import { mailLink } from './mail-link.ts'
import { hashToken, makeToken } from './make-token.ts'
import { lockTeam } from './manage-teams.ts'
import { forgetActors } from './resolve-actor.ts'
import { nameFromEmail } from './rules.ts'
import { viewInvitation } from './view-invitation.ts'
import { builtInRoleId, insertAddress, insertPerson, updatePerson } from './writes.ts'

/** Makes the person, or takes the one with that address, with their role and teams already, and mails them a link. */
export async function invitePerson(cx: Cx, input: NewInvitation): Promise<Invitation> {
  return cx.tx(async (tx) => {
    await grantableRole(tx, cx.actor, input.roleId)
    const personId = await personToInvite(cx, tx, input)
    for (const teamId of input.teamIds ?? []) {
      await lockTeam(tx, teamId)
      await putMember(tx, teamId, personId, {})
    }
    const { id } = await mailInvitation(tx, personId, input.email.trim())
    return viewInvitation(tx, id)
  })
}

async function personToInvite(cx: Cx, tx: Tx, input: NewInvitation): Promise<number> {
  const email = input.email.trim()
  const name = input.name?.trim() || nameFromEmail(email)
  const known = await tx
    .selectFrom('people.personAddress')
    .select('personId')
    .where('email', '=', email)
    .executeTakeFirst()
  if (!known) {
    const id = await insertPerson(tx, { name, roleId: input.roleId })
    await insertAddress(tx, { personId: id, email, isPrimary: true })
    await tell(tx, personAdded, id, { name, email, organisationId: null, roleId: input.roleId })
    return id
  }
  const person = await personFor(tx, cx.actor, known.personId, 'invite')
  if (await passwordHashOf(tx, person.id)) throw alreadyHasPassword()
  if (person.roleId !== input.roleId) {
    await personFor(tx, cx.actor, person.id, 'changeRole')
    await updatePerson(tx, person.id, { roleId: input.roleId })
    await tell(tx, personChanged, person.id, {
      changes: { roleId: { before: person.roleId, after: input.roleId } },
    })
    forgetActors(tx)
  }
  return person.id
}

/** Sends an invitation; an open one of the same person gets a new link, and its old one stops working. */
export async function mailInvitation(tx: Tx, personId: number, email: string): Promise<{ id: number; token: string }> {
  const token = makeToken()
  const fresh = {
    email,
    tokenHash: hashToken(token),
    sentAt: tx.now,
    expiresAt: new Date(tx.now.getTime() + invitationMs),
  }
  const invitedBy = tx.actor.kind === 'person' ? tx.actor.id : null
  const row = await tx
    .insertInto('people.invitation')
    .values({ personId, invitedBy, createdAt: tx.now, acceptedAt: null, ...fresh })
    .onConflict((conflict) => conflict.column('personId').where('acceptedAt', 'is', null).doUpdateSet(fresh))
    .returning(['id', 'createdAt'])
    .executeTakeFirstOrThrow()
  const { name } = await tx
    .selectFrom('people.person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  await mailLink(tx, 'invitation', { personId, name, email }, `/invitation?token=${token}`)
  await tell(tx, invitationSent, row.id, { personId, email, again: row.createdAt.getTime() !== tx.now.getTime() })
  return { id: row.id, token }
}

export async function resendInvitation(cx: Cx, id: number): Promise<Invitation> {
  return cx.tx(async (tx) => {
    const open = await lockInvitation(tx, id)
    await personFor(tx, cx.actor, open.personId, 'invite')
    await mailInvitation(tx, open.personId, open.email)
    return viewInvitation(tx, id)
  })
}

/** The link stops working, and what was given with it is taken back: the person stays as an ordinary requester. */
export async function withdrawInvitation(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const { personId } = await lockInvitation(tx, id)
    const person = await personFor(tx, cx.actor, personId, 'invite')
    await tx.deleteFrom('people.invitation').where('id', '=', id).execute()
    const roleId = await builtInRoleId(tx, 'requester')
    if (person.roleId !== roleId) {
      await updatePerson(tx, personId, { roleId })
      await tell(tx, personChanged, personId, { changes: { roleId: { before: person.roleId, after: roleId } } })
    }
    await leaveAllTeams(tx, personId)
    await tell(tx, invitationWithdrawn, id, { personId })
    forgetActors(tx)
  })
}

async function lockInvitation(tx: Tx, id: number) {
  const open = await tx
    .selectFrom('people.invitation')
    .selectAll()
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!open) throw invitationNotFound()
  return open
}
