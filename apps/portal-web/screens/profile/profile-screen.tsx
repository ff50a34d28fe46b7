import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { PageTitle } from '../../shell/page-title.tsx'
import { AboutMe } from './about-me.tsx'
import { MyPassword } from './my-password.tsx'
import { MySessions } from './my-sessions.tsx'
import classes from './profile-screen.module.css'
import { SignOut } from './sign-out.tsx'

/** Name, language, time zone, looks, password, devices. */
export function ProfileScreen() {
  const { t } = useTranslation('portal')
  const { me } = useMe()
  if (!me) return null
  return (
    <div className={classes.profile}>
      <PageTitle lead={me.email}>{t('profile.title')}</PageTitle>
      <AboutMe me={me} />
      <MyPassword me={me} />
      <MySessions />
      <SignOut />
    </div>
  )
}
