export type BuiltInRole = 'requester' | 'technician' | 'lead' | 'administrator'

/** A right that a role can hold. `roles` are the built-in roles that hold it unless an administrator changes them. */
export interface Permission {
  name: string
  doc: string
  roles: readonly BuiltInRole[]
}

/** What a route asks for: anyone, anyone signed in, or the holder of one (or any) of these permissions. */
export type Access = 'open' | 'signed-in' | (string & {}) | readonly string[]
