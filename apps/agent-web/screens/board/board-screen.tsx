import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BoardPanel } from '../../../../rooms/desk/web/index.ts'
import { Page } from '../../shell/page.tsx'
import { ticketLink } from '../ticket/ticket-link.tsx'

/** The board of a team, for whoever leads it; the team stands in the address. */
export function BoardScreen() {
  const { t } = useTranslation('agent')
  const go = useNavigate()
  const { team } = useSearch({ strict: false }) as { team?: number }
  return (
    <Page title={t('nav.board')} heading bare>
      <BoardPanel
        team={team}
        onTeam={(next) => void go({ to: '/desk/board', search: { team: next }, replace: true } as never)}
        link={ticketLink}
      />
    </Page>
  )
}
