import { ActionIcon } from '@mantine/core'
import { IconMenu2, IconPlus, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../rooms/people/contract/http.ts'
import { DeskBell } from './sidebar.tsx'
import classes from './top-bar.module.css'

/** On narrow screens, in place of the side bar. */
export function TopBar({ me, onMenu }: { me: Me; onMenu: () => void }) {
  const { t } = useTranslation('agent')
  return (
    <header className={classes.bar}>
      <ActionIcon size="lg" aria-label={t('nav.menu')} onClick={onMenu}>
        <IconMenu2 size={20} stroke={1.75} />
      </ActionIcon>
      <Link to="/desk" className={classes.name}>
        Deskhand
      </Link>
      <DeskBell me={me} />
      <ActionIcon size="lg" component={Link} to="/desk/search" aria-label={t('nav.search')}>
        <IconSearch size={19} stroke={1.75} />
      </ActionIcon>
      <ActionIcon size="lg" component={Link} to="/desk/new" aria-label={t('nav.new')}>
        <IconPlus size={20} stroke={1.75} />
      </ActionIcon>
    </header>
  )
}
