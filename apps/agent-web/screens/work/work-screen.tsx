import { useMediaQuery } from '@mantine/hooks'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listTicketsEndpoint } from '../../../../rooms/ticket/contract/http.ts'
import { NarrowTicketRow, usualColumns, WideTicketRow } from '../../../../rooms/ticket/web/index.ts'
import { usePages } from '../../../../web-kit/api/use-api.ts'
import { VirtualList } from '../../../../web-kit/list/virtual-list.tsx'
import { type Neighbours, WorkContext } from './work-context.ts'
import classes from './work-screen.module.css'

/** The list, and beside it the ticket that is open. */
export function WorkScreen() {
  const { t } = useTranslation('agent')
  const { number } = useParams({ strict: false }) as { number?: string }
  const roomy = useMediaQuery('(width >= 1360px)', undefined, { getInitialValueInEffect: false })
  const list = usePages(listTicketsEndpoint, { query: {} }, { live: ['ticket:*'] })
  const open = number === undefined ? undefined : Number(number)
  const at = list.items.findIndex((one) => one.number === open)
  const neighbours: Neighbours =
    at < 0 ? {} : { previous: list.items[at - 1]?.number, next: list.items[at + 1]?.number, position: at + 1 }
  const narrow = open !== undefined
  const Landmark = narrow ? 'section' : 'main'
  return (
    <WorkContext value={neighbours}>
      {(!narrow || roomy) && (
        <Landmark
          className={narrow ? classes.beside : classes.whole}
          {...(narrow ? { 'aria-label': t('views.all') } : { id: 'content' })}
        >
          <VirtualList
            label={t('views.all')}
            items={list.items}
            keyOf={(one) => one.number}
            more={list.more}
            {...(narrow ? { rowHeight: 62 } : {})}
            row={(one) => (
              <Link
                to="/desk/tickets/$number"
                params={{ number: String(one.number) } as never}
                search={true as never}
                className={classes.row}
                data-open={one.number === open || undefined}
              >
                {narrow ? <NarrowTicketRow ticket={one} /> : <WideTicketRow ticket={one} columns={usualColumns} />}
              </Link>
            )}
          />
        </Landmark>
      )}
      {narrow && <Outlet />}
    </WorkContext>
  )
}
