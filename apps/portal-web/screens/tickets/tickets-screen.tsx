import { Button, TextInput } from '@mantine/core'
import { IconInbox, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../../rooms/people/contract/http.ts'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { listTicketsEndpoint } from '../../../../rooms/ticket/contract/http.ts'
import { usePages } from '../../../../web-kit/api/use-api.ts'
import { EmptyState, ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { ButtonLink } from '../../shell/button-link.tsx'
import { Link } from '../../shell/link.tsx'
import { PageTitle } from '../../shell/page-title.tsx'
import { go, usePlace } from '../../shell/router.ts'
import { type TicketLineData, TicketLines } from '../../shell/ticket-line.tsx'
import classes from './tickets-screen.module.css'

const shelves = ['open', 'closed', 'colleagues'] as const
type Shelf = (typeof shelves)[number]

/** All my requests, and my colleagues' where the organisation shares them. What is shown stands in the address. */
export function TicketsScreen() {
  const { t } = useTranslation('portal')
  const { me } = useMe()
  const { query } = usePlace()
  const shelf = shelves.find((one) => one === query.get('show')) ?? 'open'
  if (!me) return null
  const shared = me.sharesTickets && me.organisation !== null
  return (
    <>
      <PageTitle>{t('tickets.title')}</PageTitle>
      <nav className={classes.shelves} aria-label={t('tickets.show')}>
        {shelves
          .filter((one) => one !== 'colleagues' || shared)
          .map((one) => (
            <Link
              key={one}
              href={one === 'open' ? '/tickets' : `/tickets?show=${one}`}
              {...(one === shelf ? { 'aria-current': 'true' } : {})}
            >
              {t(`tickets.${one}`, { name: me.organisation?.name })}
            </Link>
          ))}
      </nav>
      <TicketShelf key={shelf} me={me} shelf={shelf} />
    </>
  )
}

/** A plain requester sees what they follow too; who sees all tickets, only those they asked for. */
function filterFor(me: Me, shelf: Shelf) {
  if (shelf === 'colleagues') return { organisation: String(me.organisation?.id) }
  const status = shelf === 'open' ? 'active,resolved' : 'closed'
  const seesMore = me.sharesTickets || me.permissions.includes('ticket.read')
  return { status, ...(seesMore ? { requester: 'me' } : {}) }
}

function TicketShelf({ me, shelf }: { me: Me; shelf: Shelf }) {
  const { t } = useTranslation('portal')
  const { query } = usePlace()
  const typed = query.get('q') ?? ''
  const list = usePages(listTicketsEndpoint, { query: filterFor(me, shelf) }, { live: ['ticket:*'] })
  const type = (q: string) => {
    const next = new URLSearchParams(query)
    if (q) next.set('q', q)
    else next.delete('q')
    go(`/tickets${next.size > 0 ? `?${next}` : ''}`, { replace: true })
  }
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
  const shown = list.items.filter((ticket) => matches(ticket, typed))
  return (
    <>
      <TextInput
        type="search"
        className={classes.search}
        aria-label={t('tickets.search')}
        placeholder={t('tickets.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {shown.length > 0 ? (
        <TicketLines tickets={shown} whose={shelf === 'colleagues'} />
      ) : (
        <EmptyState icon={<IconSearch />} title={t('tickets.notFound')}>
          {t('tickets.notFoundHelp')}
        </EmptyState>
      )}
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

function matches(ticket: TicketLineData, typed: string): boolean {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const { number, subject, service, requester, assignee } = ticket
  const text = [`#${number}`, subject, service?.name, requester.name, assignee?.name].join(' ').toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}
