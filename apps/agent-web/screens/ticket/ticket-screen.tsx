import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTicket } from '../../../../rooms/ticket/web/index.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { useNeighbours } from '../work/work-context.ts'
import { prefetchWhole } from './prefetch-whole.ts'
import { TicketBar } from './ticket-bar.tsx'
import classes from './ticket-screen.module.css'
import { TicketView } from './ticket-view.tsx'

/** One ticket, beside the list it was opened from. */
export function TicketScreen() {
  const { number: given } = useParams({ strict: false }) as { number: string }
  const number = Number(given)
  const ticket = useTicket(number)
  const { previous, next } = useNeighbours()
  useEffect(() => {
    if (!ticket.isSuccess) return
    for (const other of [next, previous]) if (other) prefetchWhole(other)
  }, [ticket.isSuccess, next, previous])
  const subject = ticket.data?.subject
  useEffect(() => {
    document.title = subject ? `#${number} ${subject} · Deskhand` : `#${number} · Deskhand`
  }, [number, subject])

  return (
    <main id="content" tabIndex={-1} className={classes.screen} key={number}>
      {ticket.data ? (
        <TicketView ticket={ticket.data} />
      ) : (
        <>
          <TicketBar number={number} />
          {ticket.error ? (
            <ErrorState page error={ticket.error} retry={() => void ticket.refetch()} />
          ) : (
            <div className={classes.waiting}>
              <TextSkeleton lines={8} />
            </div>
          )}
        </>
      )}
    </main>
  )
}
