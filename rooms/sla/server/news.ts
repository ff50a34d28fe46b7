import type { Status } from '../../ticket/contract/shapes.ts'
import { isActive } from '../../ticket/server/index.ts'
import { pausing } from '../contract/shapes.ts'
import type { News } from './reclock.ts'

type Changes = Record<string, { before: unknown; after: unknown }>

/** Fields that policies ask for. */
const asked = ['priority', 'kind', 'serviceId', 'categoryId', 'organisationId', 'requesterId', 'teamId', 'tags']
const asksFor = (changes: Changes) => asked.some((field) => field in changes)

/** Whether clocks run, wait for somebody or are over: moves within one of these change nothing. */
const classOf = (status: unknown): string =>
  (pausing as readonly unknown[]).includes(status) || !isActive(status as Status) ? String(status) : 'running'
const turns = ({ status }: Changes) => status !== undefined && classOf(status.before) !== classOf(status.after)

/** Pure: whether a change of a ticket is one that its clocks follow. */
export const concernsClocks = ({ changes }: { changes: Changes }): boolean => asksFor(changes) || turns(changes)

/** Pure: what a change means for the clocks: where a policy asks for what was changed, one is chosen again. */
export const newsOf = (fact: { id: number; at: Date; data: { changes: Changes } }): News =>
  asksFor(fact.data.changes) ? { choose: { fact, why: 'changed' } } : {}
