import { type Static, Type } from 'typebox'

/** What can be told of. The first part is for those who work on tickets, the second for those who asked. */
export const staffKinds = [
  'assigned',
  'team_ticket',
  'replied',
  'mentioned',
  'note',
  'status',
  'priority',
  'sla_warned',
  'sla_breached',
  'escalation',
  'paged',
  'delivery_failed',
] as const
export const requesterKinds = ['answered', 'your_status'] as const
export const noticeKinds = [...staffKinds, ...requesterKinds] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const Ways = Type.Object({ bell: Type.Boolean(), mail: Type.Boolean(), push: Type.Boolean() })
export type Ways = Static<typeof Ways>

const way = (bell: boolean, mail: boolean, push: boolean): Ways => ({ bell, mail, push })

/** Few and useful: what asks for something from you is mailed and pushed, what you would see anyway is not. */
export const defaultWays: Readonly<Record<NoticeKind, Ways>> = {
  assigned: way(true, true, true),
  team_ticket: way(true, false, false),
  replied: way(true, true, true),
  mentioned: way(true, true, true),
  note: way(true, false, false),
  status: way(true, false, false),
  priority: way(true, false, false),
  sla_warned: way(true, false, true),
  sla_breached: way(true, true, true),
  escalation: way(true, true, true),
  paged: way(true, false, false),
  delivery_failed: way(true, true, false),
  // The answer itself is mailed; a second mail about it would be noise.
  answered: way(true, false, true),
  your_status: way(true, false, true),
}

/** Kinds whose mail somebody else writes already. */
export const neverMailed: readonly NoticeKind[] = ['paged', 'answered', 'your_status']

/** What a chat can be told of. */
export const channelKinds = [
  'opened',
  'assigned',
  'replied',
  'priority',
  'sla_warned',
  'sla_breached',
  'escalation',
  'resolved',
] as const
export type ChannelKind = (typeof channelKinds)[number]

export const services = ['slack', 'teams', 'matrix', 'json'] as const
export type ChatService = (typeof services)[number]
