import type { TicketFilter } from '../../ticket/contract/http.ts'
import type { Status } from '../../ticket/contract/shapes.ts'

/** The work lists everybody has. Each is nothing but a filter with a name. */
export const builtInLists = [
  { key: 'mine', filter: { status: 'active', assignee: 'me' } },
  { key: 'my-teams', filter: { status: 'active', team: 'mine' } },
  { key: 'unassigned', filter: { status: 'active', assignee: 'none' } },
  { key: 'open', filter: { status: 'active' } },
  { key: 'new', filter: { status: 'new' } },
  { key: 'in-progress', filter: { status: 'in_progress' } },
  { key: 'waiting', filter: { status: 'waiting_requester,waiting_vendor,waiting_until' } },
  { key: 'overdue', filter: { status: 'active', due: 'overdue' }, sort: 'dueAt' },
  { key: 'due-soon', filter: { status: 'active', due: '4h' }, sort: 'dueAt' },
  { key: 'escalated', filter: { status: 'active', team: 'mine', flag: 'escalated' } },
  { key: 'undelivered', filter: { flag: 'mail_failed' } },
  { key: 'resolved', filter: { status: 'resolved' } },
  { key: 'closed', filter: { status: 'closed' } },
  { key: 'all', filter: {} },
] as const satisfies readonly { key: string; filter: TicketFilter; sort?: string }[]

export type BuiltInList = (typeof builtInLists)[number]['key']
export const listKeys = builtInLists.map((list) => list.key)

export const waiting: readonly Status[] = ['waiting_requester', 'waiting_vendor', 'waiting_until']

/** Counts stop here: "1000+" says all that a number beside a list has to say. */
export const countCap = 1000
