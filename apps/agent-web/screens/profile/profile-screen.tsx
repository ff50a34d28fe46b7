import { useTranslation } from 'react-i18next'
import { MyAccount, useMe } from '../../../../rooms/people/web/index.ts'
import { Page } from '../../shell/page.tsx'

/** Everything about oneself. */
export function ProfileScreen() {
  const { t } = useTranslation('agent')
  const { me } = useMe()
  return (
    <Page title={t('profile.title')} heading>
      {me && <MyAccount me={me} />}
    </Page>
  )
}
