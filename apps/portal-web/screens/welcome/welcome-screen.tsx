import { IconBell, IconDeviceMobile, IconMessageCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { getDesk, type Me } from '../../../../rooms/people/contract/http.ts'
import { SignInPanel, useSignedIn } from '../../../../rooms/people/web/index.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { languages, setLanguage } from '../../../../web-kit/i18n/i18n.ts'
import { Frame } from '../../shell/frame.tsx'
import { usePlace } from '../../shell/router.ts'
import { useTitle } from '../../shell/use-title.ts'
import classes from './welcome-screen.module.css'

const points = [
  ['ask', IconMessageCircle],
  ['follow', IconBell],
  ['anywhere', IconDeviceMobile],
] as const

/** For somebody who is not signed in: what this is, and in by a link to the mailbox. */
export function WelcomeScreen() {
  const { t, i18n } = useTranslation('portal')
  const { path } = usePlace()
  const desk = useApi(getDesk, {}, { staleMs: 60_000 })
  const signedIn = useSignedIn()
  useTitle(t('welcome.title'))
  const enter = (me: Me) => {
    signedIn(me)
    if (path === '/' && me.permissions.includes('ticket.read')) location.assign('/desk')
  }
  return (
    <Frame>
      <div className={classes.welcome}>
        <div>
          <h1 className={classes.title}>{t('welcome.title')}</h1>
          <p className={classes.lead}>{t('welcome.lead')}</p>
          <ul className={classes.points}>
            {points.map(([point, Icon]) => (
              <li key={point}>
                <span className={classes.icon} aria-hidden>
                  <Icon size={20} stroke={1.75} />
                </span>
                {t(`welcome.${point}`)}
              </li>
            ))}
          </ul>
        </div>
        <section className={classes.card} aria-labelledby="sign-in">
          <h2 id="sign-in" className={classes.cardTitle}>
            {t(path === '/' ? 'welcome.signIn' : 'welcome.signInFirst')}
          </h2>
          {desk.data?.setUpNeeded ? <p>{t('welcome.setUpNeeded')}</p> : <SignInPanel first="link" onSignedIn={enter} />}
        </section>
      </div>
      <div className={classes.languages}>
        {languages.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            lang={value}
            aria-pressed={i18n.language === value}
            onClick={() => void setLanguage(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </Frame>
  )
}
