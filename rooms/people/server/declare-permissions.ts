import type { Permission } from '../../../platform/access/permission.ts'

let declared: readonly Permission[] = []
let defaults = new Map<string, readonly string[]>()

/** Hands in what all rooms declare; called once, where the rooms are put together. */
export function declarePermissions(permissions: readonly Permission[]): void {
  declared = [...permissions].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const roles = new Set(permissions.flatMap((permission) => permission.roles))
  defaults = new Map(
    [...roles].map((role) => [role, declared.filter((p) => p.roles.includes(role)).map((p) => p.name)]),
  )
}

export function declaredPermissions(): readonly Permission[] {
  return declared
}

interface StoredRole {
  builtIn: string | null
  customised: boolean
  permissions: readonly string[]
}

/**
 * What a role may do. A built-in role that nobody changed has the defaults of the running program, so that a new version's
 * new permissions reach it without a migration; permissions that no longer exist count for nothing.
 */
export function permissionsOf(role: StoredRole): readonly string[] {
  if (role.builtIn !== null && !role.customised) return defaults.get(role.builtIn) ?? []
  return role.permissions
}

/** Without what every requester may do by default: that is nothing to be careful with in handing out. */
export function privilegesAmong(permissions: readonly string[]): string[] {
  const ordinary = new Set(defaults.get('requester') ?? [])
  return permissions.filter((name) => !ordinary.has(name))
}
