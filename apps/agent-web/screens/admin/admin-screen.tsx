import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ForbiddenState } from '../../../../web-kit/ui/states.tsx'
import { Page } from '../../shell/page.tsx'
import classes from './admin.module.css'
import { groups } from './sections.ts'
import './strings.ts'
import { useSections } from './use-sections.ts'

/** The administration: its sections at the side, the one that is open beside them. */
export function AdminScreen() {
  const { t } = useTranslation('admin')
  const sections = useSections()
  const path = useLocation({ select: ({ pathname }) => pathname })
  return (
    <div className={classes.frame}>
      <nav className={classes.nav} aria-label={t('nav')}>
        <Link to="/desk/admin" className={classes.home}>
          {t('title')}
        </Link>
        {groups.map((group) => {
          const mine = sections.filter((section) => section.group === group)
          if (mine.length === 0) return null
          return (
            <div key={group}>
              <div className={classes.group} id={`admin-${group}`}>
                {t(`groups.${group}`)}
              </div>
              <ul className={classes.list} aria-labelledby={`admin-${group}`}>
                {mine.map(({ name, icon: Icon }) => (
                  <li key={name}>
                    <Link
                      to={`/desk/admin/${name}` as string}
                      className={classes.item}
                      activeProps={{ 'aria-current': 'page' }}
                    >
                      <Icon size={16} stroke={1.7} aria-hidden />
                      {t(`sections.${name}.title`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </nav>
      <div className={classes.place}>{isTheirs(path, sections) ? <Outlet /> : <NotTheirs />}</div>
    </div>
  )
}

/** Whether the menu leads there: a section by an address that somebody was given is no other than one they find. */
function isTheirs(path: string, sections: readonly { name: string }[]): boolean {
  const [, , , asked = ''] = path.split('/')
  return asked === '' ? sections.length > 0 : sections.some(({ name }) => name === asked)
}

function NotTheirs() {
  const { t } = useTranslation('admin')
  return (
    <Page title={t('title')}>
      <ForbiddenState />
    </Page>
  )
}
