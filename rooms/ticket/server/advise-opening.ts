import type { Tx } from '../../../platform/db/index.ts'
import type { Priority } from '../contract/shapes.ts'
import type { NewTicket } from './open-ticket.ts'
import type { TicketRecord } from './queries.ts'

/** What a ticket that is about to be opened looks like to whoever says where it goes. */
export type Opening = Readonly<NewTicket> & { impact: number; urgency: number; priority: Priority }

export interface Advice {
  /** Left out: as it was asked for. */
  teamId?: number | null
  assigneeId?: number | null
  /** On top of those that were asked for. */
  tags?: readonly string[]
  /** Called when the ticket is there and told, to keep why. */
  settled?: (tx: Tx, ticket: TicketRecord) => Promise<void>
}

type Adviser = (tx: Tx, opening: Opening) => Promise<Advice>

let adviser: Adviser | undefined

/**
 * A room on the right says who says where new tickets go. Asked before the row is written, so that it is written once:
 * moving it afterwards would double what opening a ticket costs.
 */
export function adviseOnOpening(next: Adviser): void {
  adviser = next
}

export async function adviceFor(
  tx: Tx,
  fresh: NewTicket & { impact: number; urgency: number },
  priority: Priority,
): Promise<Advice> {
  return adviser ? adviser(tx, { ...fresh, priority }) : {}
}
