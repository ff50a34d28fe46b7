import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import type { LiveGuard } from '../../../platform/live/sockets.ts'
import { permissionsOf, privilegesAmong } from './declare-permissions.ts'
import { lastAdministrator, notAllowed, personNotFound, personsOnly, roleNotFound, unknownReference } from './errors.ts'
import { maySeeTeam } from './queries.ts'
import { mayGrant, mayManage } from './rules.ts'

type ManageAbility = 'change' | 'changeRole' | 'deactivate' | 'invite'

/** A person that the actor may see and, when an ability is named, do that to; locked until the end of the transaction. */
export async function personFor(tx: Tx, actor: Actor, id: number, ability: ManageAbility) {
  const person = await tx.selectFrom('people.person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!person) throw personNotFound({ id })
  const verdict = mayManage(actor, { id, permissions: privilegesAmong(await permissionsOfRole(tx, person.roleId)) })[
    ability
  ]
  if (!verdict.allowed && actor.kind !== 'system') throw notAllowed({ reason: verdict.reason ?? 'You may not do this' })
  return person
}

export async function permissionsOfRole(reader: Reader, roleId: number): Promise<readonly string[]> {
  const role = await reader.selectFrom('people.role').selectAll().where('id', '=', roleId).executeTakeFirst()
  if (!role) throw roleNotFound()
  return permissionsOf(role)
}

/** A role that the actor may hand out. */
export async function grantableRole(reader: Reader, actor: Actor, roleId: number): Promise<void> {
  const role = await reader.selectFrom('people.role').selectAll().where('id', '=', roleId).executeTakeFirst()
  if (!role) throw unknownReference({ what: 'role' }, { field: 'body.roleId' })
  const verdict = mayGrant(actor.permissions, privilegesAmong(permissionsOf(role)))
  if (!verdict.allowed && actor.kind !== 'system')
    throw notAllowed({ reason: verdict.reason ?? 'You may not give this role' }, { field: 'body.roleId' })
}

export async function existingOrganisation(reader: Reader, id: number): Promise<void> {
  const row = await reader.selectFrom('people.organisation').select('id').where('id', '=', id).executeTakeFirst()
  if (!row) throw unknownReference({ what: 'organisation' }, { field: 'body.organisationId' })
}

/** The person who acts; keys and the program have no session, password or preferences of their own. */
export function actingPersonId(actor: Actor): number {
  if (actor.kind !== 'person' || actor.id === null) throw personsOnly()
  return actor.id
}

export function visibleTeamIds(actor: Actor, ids: readonly number[]): number[] {
  return ids.filter((id) => maySeeTeam(actor, id))
}

/** Refuses with 412 and the current state when somebody else was faster (RFC 9110, 13.1.1). */
export async function refuseStale(
  ifMatch: string | undefined,
  version: number,
  current: () => Promise<unknown>,
): Promise<void> {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === String(version)) return
  throw stale(undefined, { extra: { current: await current() } })
}

/**
 * Call after a change of roles or activation: somebody active must remain who may manage roles, or nobody could ever
 * repair them. Changes of that kind wait for each other on the desk's row; two could each leave the other as the last.
 */
export async function keepAnAdministrator(tx: Tx): Promise<void> {
  if (!(await hasAdministrator(tx))) throw lastAdministrator()
}

export async function lockAdministration(tx: Tx): Promise<void> {
  await sql`select from people.desk for update`.execute(tx)
}

export async function hasAdministrator(reader: Reader): Promise<boolean> {
  const roles = await reader.selectFrom('people.role').selectAll().execute()
  const ids = roles.filter((role) => permissionsOf(role).includes('people.manageRoles')).map((role) => role.id)
  if (ids.length === 0) return false
  const person = await reader
    .selectFrom('people.person')
    .select('id')
    .where('active', '=', true)
    .where('roleId', 'in', ids)
    .limit(1)
    .executeTakeFirst()
  return person !== undefined
}

/** Which viewers are told live that a thing of this room changed; they read it through the API, which decides the rest. */
export const liveGuards: Readonly<Record<string, LiveGuard>> = {
  person: async (_db, id) => (actor) => actor.id === id || actor.permissions.has('people.read'),
  organisation: async () => (actor) => actor.permissions.has('people.read'),
  team: async (_db, id) => (actor) => actor.permissions.has('people.read') && maySeeTeam(actor, id),
  role: async () => (actor) => actor.permissions.has('people.manageRoles'),
  api_key: async () => (actor) => actor.permissions.has('people.manageRoles'),
  invitation: async () => (actor) => actor.permissions.has('people.manage'),
}
