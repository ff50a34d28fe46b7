import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { roleAdded, roleChanged, roleDeleted } from '../contract/facts.ts'
import type { NewRole, Role, RoleChange } from '../contract/http-roles.ts'
import { keepAnAdministrator, lockAdministration, permissionsOfRole, refuseStale } from './access.ts'
import { declaredPermissions, permissionsOf, privilegesAmong } from './declare-permissions.ts'
import {
  notAllowed,
  roleBuiltIn,
  roleInUse,
  roleNameTaken,
  roleNotBuiltIn,
  roleNotFound,
  unknownPermission,
} from './errors.ts'
import { forgetActors } from './resolve-actor.ts'
import { changesBetween, mayGrant } from './rules.ts'
import { viewRole } from './view-role.ts'
import { onForeignKey, onTaken } from './writes.ts'

export async function addRole(cx: Cx, input: NewRole): Promise<Role> {
  return cx.tx(async (tx) => {
    const copyOf = input.copyOf ?? null
    const copied = copyOf === null ? [] : await permissionsOfRole(tx, copyOf)
    const permissions = checkedPermissions(cx.actor, input.permissions ?? [...copied])
    const { id } = await onTaken(roleNameTaken, () =>
      tx
        .insertInto('people.role')
        .values({
          name: input.name.trim(),
          builtIn: null,
          customised: true,
          permissions,
          createdAt: tx.now,
          updatedAt: tx.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await tell(tx, roleAdded, id, { name: input.name, copyOf, permissions })
    return viewRole(tx, id)
  })
}

export async function changeRole(cx: Cx, id: number, change: RoleChange, ifMatch: string | undefined): Promise<Role> {
  return cx.tx(async (tx) => {
    const before = await lockRole(tx, id)
    await refuseStale(ifMatch, before.version, () => viewRole(tx, id))
    const granted = [...permissionsOf(before)].sort()
    const wanted = change.permissions && checkedPermissions(cx.actor, change.permissions, granted)
    const changes = changesBetween(
      { name: before.name, permissions: granted },
      { ...(change.name ? { name: change.name } : {}), ...(wanted ? { permissions: wanted } : {}) },
    )
    if (Object.keys(changes).length === 0) return viewRole(tx, id)
    await storeRole(tx, id, {
      ...(change.name ? { name: change.name.trim() } : {}),
      ...(changes.permissions && wanted ? { permissions: wanted, customised: true } : {}),
    })
    await keepAnAdministrator(tx)
    await tell(tx, roleChanged, id, { changes })
    return viewRole(tx, id)
  })
}

export async function restoreRole(cx: Cx, id: number): Promise<Role> {
  return cx.tx(async (tx) => {
    const before = await lockRole(tx, id)
    if (before.builtIn === null) throw roleNotBuiltIn()
    const defaults = [...permissionsOf({ ...before, customised: false })]
    checkedPermissions(cx.actor, defaults, permissionsOf(before))
    await storeRole(tx, id, { customised: false, permissions: [] })
    await keepAnAdministrator(tx)
    const changes = changesBetween({ permissions: [...permissionsOf(before)].sort() }, { permissions: defaults })
    await tell(tx, roleChanged, id, { changes })
    return viewRole(tx, id)
  })
}

export async function deleteRole(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const { name, builtIn } = await lockRole(tx, id)
    if (builtIn !== null) throw roleBuiltIn()
    // A revoked key is only a record; it must not keep a role alive for ever.
    await tx.deleteFrom('people.apiKey').where('roleId', '=', id).where('revokedAt', 'is not', null).execute()
    await onForeignKey(roleInUse, () => tx.deleteFrom('people.role').where('id', '=', id).execute())
    await tell(tx, roleDeleted, id, { name })
  })
}

async function lockRole(tx: Tx, id: number) {
  await lockAdministration(tx)
  const role = await tx.selectFrom('people.role').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!role) throw roleNotFound()
  return role
}

interface RoleSet {
  name?: string
  permissions?: string[]
  customised?: boolean
}

async function storeRole(tx: Tx, id: number, set: RoleSet): Promise<void> {
  await onTaken(roleNameTaken, () =>
    tx
      .updateTable('people.role')
      .set({ ...set, updatedAt: tx.now, version: sql`version + 1` })
      .where('id', '=', id)
      .execute(),
  )
  forgetActors(tx)
}

/** Sorted, known, and nothing added that the actor lacks; what a role has already may stay. */
function checkedPermissions(actor: Actor, wanted: string[], already: readonly string[] = []): string[] {
  const known = new Set(declaredPermissions().map((permission) => permission.name))
  const unknown = wanted.find((name) => !known.has(name) && !already.includes(name))
  if (unknown !== undefined) throw unknownPermission({ name: unknown }, { field: 'body.permissions' })
  const added = wanted.filter((name) => !already.includes(name))
  const verdict = mayGrant(actor.permissions, privilegesAmong(added))
  if (!verdict.allowed && actor.kind !== 'system')
    throw notAllowed({ reason: verdict.reason ?? 'You may not give these permissions' }, { field: 'body.permissions' })
  return [...wanted].sort()
}
