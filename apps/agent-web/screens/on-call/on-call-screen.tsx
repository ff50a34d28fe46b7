import { useTranslation } from 'react-i18next'
import { OnCallBoard } from '../../../../rooms/oncall/web/index.ts'
import { Page } from '../../shell/page.tsx'

/** Who is on call now and in the weeks that follow, and who was paged. */
export function OnCallScreen() {
  const { t } = useTranslation('agent')
  return (
    <Page title={t('nav.onCall')} heading>
      <OnCallBoard />
    </Page>
  )
}
