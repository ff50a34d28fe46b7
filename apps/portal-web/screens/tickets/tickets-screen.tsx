import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { Link } from '../../shell/link.tsx'
import { PageTitle } from '../../shell/page-title.tsx'
import { go, usePlace } from '../../shell/router.ts'
import { FoundTickets } from './found-tickets.tsx'
import { shelves, TicketShelf } from './ticket-shelf.tsx'
import classes from './tickets-screen.module.css'

/** All my requests, and my colleagues' where the organisation shares them. What is shown stands in the address. */
export function TicketsScreen() {
  const { t } = useTranslation('portal')
  const { me } = useMe()
  const { query } = usePlace()
  const shelf = shelves.find((one) => one === query.get('show')) ?? 'open'
  const typed = query.get('q') ?? ''
  if (!me) return null
  const shared = me.sharesTickets && me.organisation !== null

  const type = (q: string) => {
    const next = new URLSearchParams(query)
    if (q) next.set('q', q)
    else next.delete('q')
    go(`/tickets${next.size > 0 ? `?${next}` : ''}`, { replace: true })
  }
  return (
    <>
      <PageTitle>{t('tickets.title')}</PageTitle>
      <div className={classes.tools}>
        <nav className={classes.shelves} aria-label={t('tickets.show')}>
          {shelves
            .filter((one) => one !== 'colleagues' || shared)
            .map((one) => (
              <Link
                key={one}
                href={one === 'open' ? '/tickets' : `/tickets?show=${one}`}
                {...(one === shelf && !typed ? { 'aria-current': 'true' } : {})}
              >
                {t(`tickets.${one}`, { name: me.organisation?.name })}
              </Link>
            ))}
        </nav>
        <TextInput
          type="search"
          className={classes.search}
          aria-label={t('tickets.search')}
          placeholder={t('tickets.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
      </div>
      {typed.trim() ? <FoundTickets me={me} typed={typed.trim()} /> : <TicketShelf key={shelf} me={me} shelf={shelf} />}
    </>
  )
}
