import type { Reader } from '../../../platform/db/index.ts'
import type { Invitation } from '../contract/http-desk.ts'

export async function listInvitations(reader: Reader): Promise<Invitation[]> {
  const rows = await invitationRows(reader)
    .where('i.acceptedAt', 'is', null)
    .orderBy('i.id', 'desc')
    .limit(200)
    .execute()
  return rows.map(presentInvitation)
}

export async function viewInvitation(reader: Reader, id: number): Promise<Invitation> {
  return presentInvitation(await invitationRows(reader).where('i.id', '=', id).executeTakeFirstOrThrow())
}

function invitationRows(reader: Reader) {
  return reader
    .selectFrom('people.invitation as i')
    .innerJoin('people.person as p', 'p.id', 'i.personId')
    .innerJoin('people.role as r', 'r.id', 'p.roleId')
    .leftJoin('people.person as b', 'b.id', 'i.invitedBy')
    .select(['i.id', 'i.email', 'i.createdAt', 'i.sentAt', 'i.expiresAt', 'i.acceptedAt', 'i.invitedBy', 'i.personId'])
    .select(['p.name as personName', 'p.roleId', 'r.name as roleName', 'b.name as inviterName'])
}

type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitationRows>['execute']>>[number]

function presentInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    person: { id: row.personId, name: row.personName },
    email: row.email,
    role: { id: row.roleId, name: row.roleName },
    invitedBy: row.invitedBy === null ? null : { id: row.invitedBy, name: row.inviterName ?? '' },
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
  }
}
