import { useTranslation } from 'react-i18next'
import { EscalationReport } from '../../../../rooms/escalation/web/index.ts'
import { Page } from '../../shell/page.tsx'
import { ticketLink } from '../ticket/ticket-link.tsx'

/** What was escalated, why, to whom, and how it ended; how long tickets stand in each tier. */
export function EscalationsScreen() {
  const { t } = useTranslation('agent')
  return (
    <Page title={t('nav.escalations')} heading>
      <EscalationReport link={ticketLink} />
    </Page>
  )
}
