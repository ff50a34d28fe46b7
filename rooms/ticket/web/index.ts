import { fetchPart } from '../../../web-kit/app/fetch-part.ts'
import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('ticket', { en, de })
registerProblems('de', problemsInGerman)

/** Loaded when it is wanted. */
export const mergeAtOnce = async (number: number, other: number) =>
  (await fetchPart(() => import('./merge/merge-at-once.ts'))).mergeAtOnce(number, other)
export const MergeDialog = lazyPart(() => import('./merge/merge-dialog.tsx'), 'MergeDialog')
export const LinksPanel = lazyPart(() => import('./links-panel.tsx'), 'LinksPanel')
export const TicketFactsPanel = lazyPart(() => import('./ticket-facts-panel.tsx'), 'TicketFactsPanel')
export const MergedBanner = lazyPart(() => import('./merge/merged-banner.tsx'), 'MergedBanner')

export { AssignPicker, useAssignChoices } from './assign-picker.tsx'
export { PriorityPicker } from './priority-picker.tsx'
export { StatusPicker } from './status-picker.tsx'
export { TicketHeader } from './ticket-header.tsx'
export {
  type ListColumn,
  listColumns,
  MergedMark,
  NarrowTicketRow,
  usualColumns,
  WideTicketRow,
} from './ticket-row.tsx'
export { TimelinePanel } from './timeline-panel.tsx'
export { type ListedTicket, prefetchTicket, type Ticket, useTicket } from './use-ticket.ts'
export { type Assignment, useTicketActions } from './use-ticket-actions.ts'
export { useTimelineLines } from './use-timeline-lines.tsx'
