import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconEdit,
  IconGridDots,
  IconLayoutKanban,
  IconPhoneCall,
  IconPlayerTrackNext,
  IconSearch,
  IconSettings,
  IconStairsUp,
  IconUrgent,
} from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WorkLists } from '../../../rooms/desk/web/index.ts'
import { NoticeBell } from '../../../rooms/notices/web/index.ts'
import type { Me } from '../../../rooms/people/contract/http.ts'
import { useNext } from '../../../rooms/routing/web/index.ts'
import { openPalette } from '../../../web-kit/palette/open-palette.ts'
import { Keys } from '../../../web-kit/shortcuts/keys.tsx'
import side from '../../../web-kit/ui/side-item.module.css'
import { ProfileMenu } from './profile-menu.tsx'
import classes from './sidebar.module.css'
import { useLists } from './use-lists.ts'

export const mayAdminister = (me: Me) => me.permissions.some((permission) => permission.includes('manage'))

/** Queues and views, and the ways to everywhere else. */
export function Sidebar({ me }: { me: Me }) {
  const { t } = useTranslation('agent')
  const { current, listHref, openList, openTicket } = useLists()
  return (
    <nav className={classes.sidebar} aria-label={t('nav.label')}>
      <div className={classes.head}>
        <ProfileMenu me={me} />
        <DeskBell me={me} />
        <Tooltip label={t('nav.new')}>
          <ActionIcon component={Link} to="/desk/new" aria-label={t('nav.new')} className={classes.new} size={30}>
            <IconEdit size={17} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </div>
      <button type="button" className={classes.search} onClick={openPalette}>
        <IconSearch size={15} stroke={1.75} aria-hidden />
        <span>{t('nav.find')}</span>
        <Keys keys="mod+k" />
      </button>
      {me.permissions.includes('routing.take') && <NextButton open={openTicket} />}
      <div className={classes.scroll}>
        <Link to="/desk/first" className={side.item} activeProps={{ 'aria-current': 'page' }}>
          <IconGridDots size={17} stroke={1.6} aria-hidden />
          <span className={side.word}>{t('nav.first')}</span>
        </Link>
        {me.permissions.includes('desk.board') && (
          <Link to="/desk/board" className={side.item} activeProps={{ 'aria-current': 'page' }}>
            <IconLayoutKanban size={17} stroke={1.6} aria-hidden />
            <span className={side.word}>{t('nav.board')}</span>
          </Link>
        )}
        <WorkLists current={current} href={listHref} onOpen={openList} />
      </div>
      <div className={classes.foot}>
        <Link to="/desk/major-incidents" className={side.item} activeProps={{ 'aria-current': 'page' }}>
          <IconUrgent size={17} stroke={1.6} aria-hidden />
          <span className={side.word}>{t('nav.major')}</span>
        </Link>
        {me.permissions.includes('oncall.use') && (
          <Link to="/desk/on-call" className={side.item} activeProps={{ 'aria-current': 'page' }}>
            <IconPhoneCall size={17} stroke={1.6} aria-hidden />
            <span className={side.word}>{t('nav.onCall')}</span>
          </Link>
        )}
        {me.permissions.includes('escalation.override') && (
          <Link to="/desk/escalations" className={side.item} activeProps={{ 'aria-current': 'page' }}>
            <IconStairsUp size={17} stroke={1.6} aria-hidden />
            <span className={side.word}>{t('nav.escalations')}</span>
          </Link>
        )}
        {mayAdminister(me) && (
          <Link to="/desk/admin" className={side.item} activeProps={{ 'aria-current': 'page' }}>
            <IconSettings size={17} stroke={1.6} aria-hidden />
            <span className={side.word}>{t('nav.admin')}</span>
          </Link>
        )}
      </div>
    </nav>
  )
}

function NextButton({ open }: { open: (number: number) => void }) {
  const { t } = useTranslation('routing')
  const next = useNext(open)
  return (
    <button type="button" className={classes.next} disabled={next.busy} onClick={next.take}>
      <IconPlayerTrackNext size={15} stroke={1.75} aria-hidden />
      <span>{t('next.label')}</span>
      <Keys keys="t" />
    </button>
  )
}

/** What is new for whoever is at the desk. */
export function DeskBell({ me }: { me: Me | undefined }) {
  const navigate = useNavigate()
  return (
    <NoticeBell
      personId={me?.id}
      hrefOf={(number) => `/desk/tickets/${number}`}
      onOpen={(href) => void navigate({ to: href as string })}
      settingsHref="/desk/profile"
    />
  )
}
