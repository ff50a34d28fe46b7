/**
 * The only list of rooms, left to right. A room may import rooms of a lower rank, never one of its own rank or a higher
 * one. Everything that checks or draws the house derives its rules from here.
 */
export const order = [
  ['people', 'calendar'],
  ['catalog', 'assets'],
  ['intake'],
  ['ticket'],
  ['triage'],
  ['routing', 'sla'],
  ['conversation', 'tasks', 'remote-help'],
  ['guides', 'oncall'],
  ['escalation'],
  ['resolution', 'major'],
  ['knowledge', 'surveys', 'problems'],
  ['accounts', 'journeys', 'monitoring', 'training'],
  ['desk', 'reports'],
  ['notices', 'webhooks', 'audit'],
  ['automation'],
] as const

export type RoomName = (typeof order)[number][number]

/** 1 for the leftmost rooms; Infinity for a name that is no room. */
export function rankOf(name: string): number {
  const index = order.findIndex((rank) => (rank as readonly string[]).includes(name))
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1
}
