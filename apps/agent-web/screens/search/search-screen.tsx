import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SearchPanel, type SearchState } from '../../../../rooms/desk/web/index.ts'
import { Page } from '../../shell/page.tsx'
import { useLists } from '../../shell/use-lists.ts'
import { prefetchWhole } from '../ticket/prefetch-whole.ts'

/** Search over tickets and people; the words stand in the address. */
export function SearchScreen() {
  const { t } = useTranslation('agent')
  const go = useNavigate()
  const state = useSearch({ strict: false }) as SearchState
  const { openTicket, ticketHref } = useLists()
  return (
    <Page title={state.q ? `${state.q} · ${t('search.title')}` : t('search.title')} bare>
      <SearchPanel
        state={state}
        onState={(next) => void go({ to: '/desk/search', search: next, replace: true } as never)}
        onOpen={openTicket}
        href={ticketHref}
        onPrefetch={prefetchWhole}
      />
    </Page>
  )
}
