import type { Priority, Status } from '../../ticket/contract/shapes.ts'
import type { WeighedTicket } from '../contract/matrix.ts'

export interface Weighed {
  status: Status
  priority: Priority
  impact: number
  urgency: number
  vip: boolean
  dueAt: Date | null
}

const soonMs = 4 * 3_600_000

/**
 * Urgent: its time is over or nearly so, or somebody cannot work. What waits for somebody else presses nobody here, unless its
 * time is over. Important: many are hit, or one whose word weighs, or the desk has said so by its priority.
 */
export function weigh(ticket: Weighed, now: Date): Pick<WeighedTicket, 'urgent' | 'important'> {
  const left = ticket.dueAt === null ? Number.POSITIVE_INFINITY : ticket.dueAt.getTime() - now.getTime()
  const waits = ticket.status.startsWith('waiting')
  const urgent: WeighedTicket['urgent'] = []
  if (left < 0) urgent.push('over')
  else if (left < soonMs && !waits) urgent.push('due_soon')
  if (ticket.urgency === 1 && !waits) urgent.push('cannot_work')
  const important: WeighedTicket['important'] = []
  if (ticket.impact === 1) important.push('everybody')
  if (ticket.impact === 2) important.push('group')
  if (ticket.vip) important.push('vip')
  if (ticket.priority === 'critical' || ticket.priority === 'high') important.push('priority')
  return { urgent, important }
}
