import { IconLifebuoy, IconList, IconMessagePlus } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Announcements } from '../../../rooms/major/web/index.ts'
import { NoticeBell } from '../../../rooms/notices/web/index.ts'
import type { Me } from '../../../rooms/people/contract/http.ts'
import { PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import classes from './frame.module.css'
import { Link } from './link.tsx'
import { go, usePlace } from './router.ts'
import { useDeskName } from './use-title.ts'

/** The page around every screen: whose desk, the two things people come for, and themselves. */
export function Frame({ me, children }: { me?: Me; children?: ReactNode }) {
  const { t } = useTranslation('portal')
  const name = useDeskName()
  const main = useFocusOnArrival()
  return (
    <div className={classes.page}>
      <a className="dk-skip" href="#main">
        {t('kit:skip')}
      </a>
      <header className={classes.bar}>
        <div className={classes.inner}>
          <Link href="/" className={classes.brand}>
            <span className={classes.mark} aria-hidden>
              <IconLifebuoy size={20} stroke={2} />
            </span>
            <span className={classes.name}>{name || t('frame.helpDesk')}</span>
          </Link>
          {me && <Navigation me={me} />}
        </div>
      </header>
      <Announcements />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {children}
      </main>
      {me?.permissions.includes('ticket.read') && (
        <footer className={classes.foot}>
          <a href="/desk">{t('frame.workspace')}</a>
        </footer>
      )}
    </div>
  )
}

function Navigation({ me }: { me: Me }) {
  const { t } = useTranslation('portal')
  const { path } = usePlace()
  const here = (prefix: string) => (path.startsWith(prefix) ? ({ 'aria-current': 'page' } as const) : {})
  return (
    <nav className={classes.nav} aria-label={t('frame.navigation')}>
      <Link href="/ask" className={classes.item} {...here('/ask')}>
        <IconMessagePlus size={19} stroke={1.75} aria-hidden />
        <span>{t('frame.ask')}</span>
      </Link>
      <Link href="/tickets" className={classes.item} {...here('/tickets')}>
        <IconList size={19} stroke={1.75} aria-hidden />
        <span>{t('frame.tickets')}</span>
      </Link>
      <NoticeBell personId={me.id} hrefOf={(number) => `/tickets/${number}`} onOpen={go} settingsHref="/profile" />
      <Link href="/profile" className={classes.self} {...here('/profile')}>
        <PersonAvatar name={me.name} size={32} />
        <span className={classes.selfWords}>{t('frame.profile', { name: me.name })}</span>
      </Link>
    </nav>
  )
}

/** After going to another page within the portal, keyboard and screen reader start at its content, as after a load. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const { path } = usePlace()
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}
