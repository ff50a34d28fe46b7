import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../rooms/people/contract/http.ts'
import classes from './sidebar.module.css'
import { builtInViews } from './views.ts'

export function SidebarViews(_: { me: Me }) {
  const { t } = useTranslation('agent')
  const search = useSearch({ strict: false }) as { view?: string }
  return (
    <ul className={classes.list}>
      {builtInViews.map(({ name, icon: Icon }) => (
        <li key={name}>
          <Link
            to="/desk"
            search={{ view: name } as never}
            className={classes.item}
            aria-current={search.view === name ? 'page' : undefined}
          >
            <Icon size={17} stroke={1.6} aria-hidden />
            <span className={classes.word}>{t(`views.${name}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
