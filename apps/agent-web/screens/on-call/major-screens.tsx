import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MajorList, MajorView } from '../../../../rooms/major/web/index.ts'
import { Page } from '../../shell/page.tsx'

export function MajorIncidentsScreen() {
  const { t } = useTranslation('agent')
  return (
    <Page title={t('nav.major')} heading>
      <MajorList />
    </Page>
  )
}

export function MajorIncidentScreen() {
  const { t } = useTranslation('agent')
  const number = Number((useParams({ strict: false }) as { number?: string }).number)
  return (
    <Page title={`${t('nav.major')} #${number}`}>
      <MajorView key={number} number={number} />
    </Page>
  )
}
