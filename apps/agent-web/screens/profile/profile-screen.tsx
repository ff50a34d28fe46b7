import { useTranslation } from 'react-i18next'
import { MySignature } from '../../../../rooms/conversation/web/index.ts'
import { NoticeSettings } from '../../../../rooms/notices/web/index.ts'
import { MyAccount, ProfileCard, useMe } from '../../../../rooms/people/web/index.ts'
import { MyAbsences } from '../../../../rooms/routing/web/index.ts'
import { Page } from '../../shell/page.tsx'

/** Everything about oneself. */
export function ProfileScreen() {
  const { t } = useTranslation('agent')
  const { me, can } = useMe()
  return (
    <Page title={t('profile.title')} heading>
      {me && (
        <MyAccount
          me={me}
          more={
            <>
              {can('routing.take') && <MyAbsences />}
              {can('ticket.reply') && <MySignature />}
              <NoticeSettings
                frame={(title, lead, content) => (
                  <ProfileCard title={title} lead={lead}>
                    {content}
                  </ProfileCard>
                )}
              />
            </>
          }
        />
      )}
    </Page>
  )
}
