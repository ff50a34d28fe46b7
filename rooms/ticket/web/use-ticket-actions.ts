import { useTranslation } from 'react-i18next'
import { type CacheChange, change, changeItems, useSend } from '../../../web-kit/api/use-send.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import {
  addLinkEndpoint,
  addWatcherEndpoint,
  assignTicketEndpoint,
  type ChangeTicketBody,
  changeStatusEndpoint,
  changeTicketEndpoint,
  getTicket,
  getTimeline,
  listTicketsEndpoint,
  removeLinkEndpoint,
  removeWatcherEndpoint,
  type Status,
} from '../contract/http.ts'
import type { Ticket, TicketRow } from './use-ticket.ts'

interface Named {
  id: number
  name: string
}
export interface Assignment {
  team?: Named | null
  assignee?: (Named & { email: string | null; vip: boolean }) | null
}

const refresh = [getTicket, getTimeline, listTicketsEndpoint]

/** Shows a change of a ticket in the ticket itself and in every list at once. */
export const showNow = (number: number, fields: Partial<TicketRow>): CacheChange[] => [
  change(getTicket, { params: { number } }, (ticket) => ({ ...ticket, ...fields })),
  changeItems(
    listTicketsEndpoint,
    (row) => row.number === number,
    (row) => ({ ...row, ...fields }),
  ),
]

/** What can be done to a ticket; each shows its effect at once and offers undo where there is one. */
export function useTicketActions() {
  const { t } = useTranslation('ticket')
  const assignment = useSend(assignTicketEndpoint, { refresh })
  const status = useSend(changeStatusEndpoint, { refresh })
  const plain = useSend(changeTicketEndpoint, { refresh })
  const addLink = useSend(addLinkEndpoint, { refresh })
  const removeLink = useSend(removeLinkEndpoint, { refresh })
  const addWatcher = useSend(addWatcherEndpoint, { refresh })
  const removeWatcher = useSend(removeWatcherEndpoint, { refresh })

  const withEffect = async (effects: CacheChange[], send: () => Promise<unknown>) => {
    const undoings: Array<() => void> = []
    for (const effect of effects) undoings.push(await effect())
    try {
      await send()
      return true
    } catch {
      for (const undo of undoings.reverse()) undo()
      return false
    }
  }

  const assign = async (ticket: Pick<Ticket, 'number' | 'team' | 'assignee'>, to: Assignment, quiet = false) => {
    const body = {
      ...(to.team === undefined ? {} : { team: to.team?.id ?? null }),
      ...(to.assignee === undefined ? {} : { assignee: to.assignee?.id ?? null }),
    }
    const before = { team: ticket.team, assignee: ticket.assignee }
    const done = await withEffect(showNow(ticket.number, to), () =>
      assignment.mutateAsync({ params: { number: ticket.number }, body }),
    )
    if (!done || quiet) return
    const name = to.assignee?.name ?? to.team?.name
    const words = name
      ? t('done.assigned', { number: ticket.number, name })
      : t('done.unassigned', { number: ticket.number })
    toast.done(words, { undo: () => void assign({ ...ticket, ...to }, before, true) })
  }

  const setStatus = async (ticket: Pick<Ticket, 'number' | 'status'>, to: Status, until?: Date, quiet = false) => {
    const waitingUntil = until?.toISOString() ?? null
    const done = await withEffect(showNow(ticket.number, { status: to, waitingUntil }), () =>
      status.mutateAsync({
        params: { number: ticket.number },
        body: { status: to, ...(until ? { until: until.toISOString() } : {}) },
      }),
    )
    if (!done || quiet) return
    const words = t('done.status', { number: ticket.number, status: t(`kit:status.${to}`) })
    // Back to New is no move there is: Open is what undoing means then.
    const back: Status = ticket.status === 'new' ? 'open' : ticket.status
    const undoable = back !== 'waiting_until' && back !== 'resolved' && back !== 'closed' && back !== to
    toast.done(words, undoable ? { undo: () => void setStatus({ ...ticket, status: to }, back, undefined, true) } : {})
  }

  const changePlain = (number: number, body: ChangeTicketBody, shown: Partial<Ticket> = {}) =>
    withEffect(showNow(number, shown as Partial<TicketRow>), () => plain.mutateAsync({ params: { number }, body }))

  return { assign, setStatus, changePlain, addLink, removeLink, addWatcher, removeWatcher }
}
