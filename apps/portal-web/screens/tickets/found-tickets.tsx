import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { searchEndpoint } from '../../../../rooms/desk/contract/http.ts'
import type { Me } from '../../../../rooms/people/contract/http.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { EmptyState, ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { TicketLines } from '../../shell/ticket-line.tsx'
import classes from './tickets-screen.module.css'

/** What is found in subjects and messages, open and closed. Who sees all tickets still searches only their own here. */
export function FoundTickets({ me, typed }: { me: Me; typed: string }) {
  const { t } = useTranslation('portal')
  const [words] = useDebouncedValue(typed, 180)
  const own = me.permissions.includes('ticket.read') && me.email ? ` requester:${me.email}` : ''
  const query = { q: words + own, order: 'newest' as const, limit: 50 }
  const found = useApi(searchEndpoint, { query }, { keepPrevious: true, live: ['ticket:*'] })
  if (found.isPending) return <RowsSkeleton rows={3} height="76px" />
  if (found.error) return <ErrorState error={found.error} retry={found.refetch} />
  const { items, corrected } = found.data
  if (items.length === 0) {
    return (
      <EmptyState icon={<IconSearch />} title={t('tickets.notFound')}>
        {t('tickets.notFoundHelp')}
      </EmptyState>
    )
  }
  return (
    <>
      {corrected && (
        <p className={classes.corrected}>{t('tickets.corrected', { words: corrected.replace(own, '').trim() })}</p>
      )}
      <TicketLines tickets={items} whose={me.sharesTickets} />
    </>
  )
}
