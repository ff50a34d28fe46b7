import { useMediaQuery } from '@mantine/hooks'
import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Neighbours, TicketListPanel } from '../../../../rooms/desk/web/index.ts'
import { useLists } from '../../shell/use-lists.ts'
import { prefetchWhole } from '../ticket/prefetch-whole.ts'
import { WorkContext } from './work-context.ts'
import classes from './work-screen.module.css'

/** The list, and beside it the ticket that is open. The list folds away where there is no room for both. */
export function WorkScreen() {
  const { t } = useTranslation('agent')
  const { number } = useParams({ strict: false }) as { number?: string }
  const open = number === undefined ? undefined : Number(number)
  const roomy = useMediaQuery('(width >= 1360px)', undefined, { getInitialValueInEffect: false })
  const { current, openList, openTicket, ticketHref } = useLists()
  const [neighbours, setNeighbours] = useState<Neighbours>({})
  useEffect(() => {
    if (open === undefined) document.title = `${t('work.title')} · Deskhand`
  }, [open, t])

  const list = (
    <TicketListPanel
      state={current ?? {}}
      onState={openList}
      openNumber={open}
      narrow={open !== undefined}
      onOpen={openTicket}
      href={ticketHref}
      onPrefetch={prefetchWhole}
      onNeighbours={setNeighbours}
    />
  )
  // One place for the list, alone or beside a ticket: coming back finds it as it was, where one stood and what was picked.
  const alone = open === undefined
  return (
    <WorkContext value={neighbours}>
      <div
        {...(alone ? { id: 'content', role: 'main', tabIndex: -1 } : {})}
        className={alone ? classes.whole : classes.beside}
        hidden={!alone && !roomy}
      >
        {list}
      </div>
      {!alone && <Outlet />}
    </WorkContext>
  )
}
