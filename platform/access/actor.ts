/**
 * Who is doing something. Rooms add what they know about a person by declaration merging (`people` adds teams and
 * organisation), so that the platform needs no domain words.
 */
export interface Actor {
  kind: 'person' | 'api-key' | 'system' | 'anonymous'
  /** The person behind it; null for programs and strangers. */
  id: number | null
  name: string
  permissions: ReadonlySet<string>
}

export function can(actor: Actor, permission: string): boolean {
  return actor.kind === 'system' || actor.permissions.has(permission)
}

/** Names an actor where a person's id is not enough because programs act too: `person:7`, `api-key:Monitoring`. */
export function actorKey(actor: Actor): string {
  return `${actor.kind}:${actor.id ?? actor.name}`
}
