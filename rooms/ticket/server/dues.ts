import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Due, DueFilter } from '../contract/shapes.ts'

/** What the room that keeps the clocks of tickets lends to lists of them, as SQL over a ticket `t`. */
export interface DueSource {
  /** One row for each ticket with something due; `due_at` is null while it waits for somebody. */
  rows: RawBuilder<{ number: number; dueAt: Date | null }>
  /** What a list shows, as JSON. */
  shown: RawBuilder<Due | null>
  /** By when the first of what is promised is due; null when nothing is, or it waits for somebody. */
  dueAt: RawBuilder<Date | null>
  is: (when: DueFilter) => RawBuilder<SqlBool>
}

let source: DueSource | undefined

/** Called once, by the room that keeps the clocks. */
export function declareDues(dues: DueSource): void {
  source = dues
}

/** By when something is due is for those who work on tickets; nobody else can see, sort or filter by it. */
export function duesFor(actor: Actor): DueSource | undefined {
  return can(actor, 'ticket.read') ? source : undefined
}

/** By when a ticket `t` is due, for whoever gives out work in this order. */
export const dueAtOf = (): RawBuilder<Date | null> => source?.dueAt ?? sql<Date | null>`null::timestamptz`

export const isDue = (actor: Actor, when: DueFilter): RawBuilder<SqlBool> =>
  duesFor(actor)?.is(when) ?? sql<SqlBool>`false`
