import { useTranslation } from 'react-i18next'
import { NoticeSettings } from '../../../../rooms/notices/web/index.ts'
import { MyAccount, ProfileCard, useMe } from '../../../../rooms/people/web/index.ts'
import { PageTitle } from '../../shell/page-title.tsx'

/** Everything about oneself, as in the workspace. */
export function ProfileScreen() {
  const { t } = useTranslation('portal')
  const { me } = useMe()
  if (!me) return null
  return (
    <MyAccount
      me={me}
      more={
        <NoticeSettings
          frame={(title, lead, content) => (
            <ProfileCard title={title} lead={lead}>
              {content}
            </ProfileCard>
          )}
        />
      }
    >
      <PageTitle lead={me.email}>{t('profile.title')}</PageTitle>
    </MyAccount>
  )
}
