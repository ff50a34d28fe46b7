import { useTranslation } from 'react-i18next'
import { MyMatrix } from '../../../../rooms/desk/web/index.ts'
import { Page } from '../../shell/page.tsx'
import { ticketLink } from '../ticket/ticket-link.tsx'

/** What of one's own work comes first. */
export function MatrixScreen() {
  const { t } = useTranslation('agent')
  return (
    <Page title={t('nav.first')} heading bare>
      <MyMatrix link={ticketLink} />
    </Page>
  )
}
