import { Button, Skeleton } from '@mantine/core'
import { IconArrowRight, IconSearch } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listServices } from '../../../../rooms/catalog/contract/http.ts'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { listTicketsEndpoint } from '../../../../rooms/ticket/contract/http.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { ErrorState } from '../../../../web-kit/ui/states.tsx'
import { Link } from '../../shell/link.tsx'
import { go } from '../../shell/router.ts'
import { serviceWords, speaksOf } from '../../shell/service-words.ts'
import { ServicesGrid } from '../../shell/services-grid.tsx'
import { TicketLines } from '../../shell/ticket-line.tsx'
import { useTitle } from '../../shell/use-title.ts'
import classes from './home-screen.module.css'

/** "How can we help?": one box, my open tickets, and what one can ask for. */
export function HomeScreen() {
  const { t, i18n } = useTranslation('portal')
  const { me } = useMe()
  const [typed, setTyped] = useState('')
  const services = useApi(listServices, { query: { active: true } }, { staleMs: 60_000 })
  useTitle(t('home.title'))

  const all = (services.data?.items ?? []).filter((service) => service.inPortal)
  const found = all.filter((service) => speaksOf(serviceWords(service, i18n.language), typed))
  // What somebody describes in their own words matches no service: then all are offered, and the words are kept.
  const shown = found.length > 0 ? found : all

  const ask = (event: FormEvent) => {
    event.preventDefault()
    const only = found.length === 1 && typed.trim() ? found[0] : undefined
    const tail = typed.trim() ? `?subject=${encodeURIComponent(typed.trim())}` : ''
    go(only ? `/ask/${only.id}` : `/ask${tail}`)
  }

  return (
    <div className={classes.home}>
      <section className={classes.hero} aria-labelledby="greeting">
        <h1 id="greeting" className={classes.title}>
          {me?.givenName ? t('home.titleFor', { name: me.givenName }) : t('home.title')}
        </h1>
        <p className={classes.lead}>{t('home.lead')}</p>
        <search>
          <form onSubmit={ask} className={classes.box}>
            <IconSearch size={22} stroke={1.75} aria-hidden className={classes.glass} />
            <input
              className={classes.input}
              type="search"
              enterKeyHint="go"
              autoComplete="off"
              aria-label={t('home.box')}
              placeholder={t('home.boxExample')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button type="submit" radius="lg" className={classes.ask} rightSection={<IconArrowRight size={18} />}>
              {t('home.ask')}
            </Button>
          </form>
        </search>
      </section>
      {!typed && <OpenTickets />}
      <section aria-labelledby="services">
        <h2 id="services" className={classes.heading}>
          {t(typed && found.length > 0 ? 'home.found' : 'home.services')}
        </h2>
        {services.error && !services.data ? (
          <ErrorState error={services.error} retry={services.refetch} />
        ) : services.isPending ? (
          <Skeleton height={220} radius={16} />
        ) : (
          <ServicesGrid services={shown} subject={found.length > 0 ? undefined : typed.trim()} />
        )}
      </section>
    </div>
  )
}

function OpenTickets() {
  const { t } = useTranslation('portal')
  const query = { requester: 'me', status: 'active,resolved', limit: 4 }
  const tickets = useApi(listTicketsEndpoint, { query }, { live: ['ticket:*'] })
  if (tickets.isPending) return <Skeleton height={76} radius={16} />
  if (!tickets.data || tickets.data.items.length === 0) return null
  return (
    <section aria-labelledby="open">
      <div className={classes.row}>
        <h2 id="open" className={classes.heading}>
          {t('home.open')}
        </h2>
        <Link href="/tickets" className={classes.all}>
          {t('home.all')}
        </Link>
      </div>
      <TicketLines tickets={tickets.data.items} />
    </section>
  )
}
