import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../../rooms/people/contract/http.ts'
import { listTicketsEndpoint } from '../../../../rooms/ticket/contract/http.ts'
import { usePages } from '../../../../web-kit/api/use-api.ts'
import { EmptyState, ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { ButtonLink } from '../../shell/button-link.tsx'
import { TicketLines } from '../../shell/ticket-line.tsx'
import classes from './tickets-screen.module.css'

export const shelves = ['open', 'closed', 'colleagues'] as const
type Shelf = (typeof shelves)[number]

/** A plain requester sees what they follow too; who sees all tickets, only those they asked for. */
function filterFor(me: Me, shelf: Shelf) {
  if (shelf === 'colleagues') return { organisation: String(me.organisation?.id) }
  const status = shelf === 'open' ? 'active,resolved' : 'closed'
  const seesMore = me.sharesTickets || me.permissions.includes('ticket.read')
  return { status, ...(seesMore ? { requester: 'me' } : {}) }
}

/** One kind of my requests, newest change first. */
export function TicketShelf({ me, shelf }: { me: Me; shelf: Shelf }) {
  const { t } = useTranslation('portal')
  const list = usePages(listTicketsEndpoint, { query: filterFor(me, shelf) }, { live: ['ticket:*'] })
  if (list.isPending) return <RowsSkeleton rows={5} height="76px" />
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} retry={list.refetch} />
  if (list.items.length === 0) {
    return (
      <EmptyState
        icon={<IconInbox />}
        title={t(`tickets.none.${shelf}`)}
        action={<ButtonLink href="/ask">{t('frame.ask')}</ButtonLink>}
      >
        {t('tickets.noneHelp')}
      </EmptyState>
    )
  }
  return (
    <>
      <TicketLines tickets={list.items} whose={shelf === 'colleagues'} />
      {list.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" onClick={list.more} loading={list.isFetchingNextPage}>
            {t('tickets.more')}
          </Button>
        </div>
      )}
    </>
  )
}
