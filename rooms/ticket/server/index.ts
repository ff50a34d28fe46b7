import { presence } from '../../../platform/live/sockets.ts'
import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { standingOf } from './access.ts'
import { wakeTicket } from './change-status.ts'
import { permissions } from './permissions.ts'
import { ticketColumns } from './queries.ts'
import { routes } from './routes.ts'
import './tables.ts'

export {
  type HeldTicket,
  type Standing,
  standingsTo,
  standsAsStaff,
  ticketFor,
  unsafeTicket,
  visibleTo,
} from './access.ts'
export { assignTicket, setAssignment } from './assign-ticket.ts'
export { changeStatus, changeStatusByHand } from './change-status.ts'
export { applyChanges, changeTicket } from './change-ticket.ts'
export { declareDues, dueAtOf } from './dues.ts'
export { filterTickets } from './filter-tickets.ts'
export { firstWordsOf, readFirstWordsWith } from './first-words.ts'
export { lowerFlag, raiseFlag } from './flag-ticket.ts'
export { linkTickets } from './link-tickets.ts'
export { pageOfTickets, presentRows, ticketsVisibleTo } from './list-tickets.ts'
export { mergeStands, survivorOf } from './merge-queries.ts'
export { mergeTicket } from './merge-ticket.ts'
export {
  type Advice,
  adviseOnOpening,
  type FirstWords,
  hasWords,
  type NewTicket,
  type Opening,
  openTicket,
} from './open-ticket.ts'
export { presentTicket } from './present-ticket.ts'
export { type TicketRecord, ticketColumns, watcherIds } from './queries.ts'
export { isActive } from './rules.ts'
export { setPriority } from './set-priority.ts'
export { unmergeTicket } from './unmerge-ticket.ts'
export { letWatch, unwatch } from './watch-ticket.ts'
export { lockTickets, touchTicket } from './writes.ts'

export const room: Room = {
  name: 'ticket',
  routes,
  facts: Object.values(facts).filter((value) => 'subject' in value),
  jobs: [wakeTicket],
  permissions,
  liveGuards: {
    ticket: async (db, number) => {
      const ticket = await db
        .selectFrom('ticket.ticket')
        .select(ticketColumns)
        .where('number', '=', number)
        .executeTakeFirst()
      const watchers = await db
        .selectFrom('ticket.watcher')
        .select('personId')
        .where('ticketNumber', '=', number)
        .execute()
      const watching = new Set(watchers.map((watcher) => watcher.personId))
      return (actor, fact) => {
        if (!ticket) return false
        const standing = standingOf(actor, ticket, actor.id !== null && watching.has(actor.id))
        // Who works on it is the desk's own business.
        return standing === 'staff' || (standing === 'requester' && fact !== presence)
      }
    },
  },
}
