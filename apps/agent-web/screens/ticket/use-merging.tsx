import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { MergedStrand } from '../../../../rooms/conversation/web/index.ts'
import { MergeDialog, mergeAtOnce, type Ticket, useTimelineLines } from '../../../../rooms/ticket/web/index.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { findTickets } from './find-tickets.ts'
import { ticketLink } from './ticket-link.tsx'

const href = (number: number) => `/desk/tickets/${number}`

/** Leads to another ticket, beside the same list. */
export function useGoToTicket() {
  const go = useNavigate()
  return (number: number) =>
    void go({ to: '/desk/tickets/$number', params: { number: String(number) } as never, search: true as never })
}

/** The dialog that merges this ticket with another, and the way to open it. */
export function useMerging(ticket: Ticket) {
  const [merging, setMerging] = useState<{ other?: number }>()
  const goTo = useGoToTicket()
  const { number } = ticket
  return {
    /** In one press where that shows nobody anything new, else after a look at who will see what. */
    atOnce: async (other: number) => {
      try {
        const into = await mergeAtOnce(number, other)
        if (into === undefined) setMerging({ other })
        else goTo(into)
      } catch (error) {
        toast.problem(error as Error)
      }
    },
    start: (other?: number) => setMerging(other === undefined ? {} : { other }),
    dialog: merging && (
      <MergeDialog
        number={number}
        other={merging.other}
        find={findTickets}
        onClose={() => setMerging(undefined)}
        onMerged={(into) => {
          if (into !== number) goTo(into)
        }}
      />
    ),
  }
}

/** What happened between the messages; what was merged into the ticket stands where that happened, folded. */
export function useBetween(ticket: Ticket) {
  const lines = useTimelineLines(ticket)
  const merged = ticket.merged.map((one) => ({
    id: -one.number,
    at: one.at,
    content: <MergedStrand merged={one} link={ticketLink} ticketHref={href} />,
  }))
  return [...lines, ...merged]
}
