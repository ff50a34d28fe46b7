import { IconAddressBook, IconBuildingHospital, IconEdit, IconMailbox, type TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { Page } from '../../shell/page.tsx'
import classes from './welcome-screen.module.css'

const ways: ReadonlyArray<{
  name: 'mailbox' | 'invite' | 'example' | 'first'
  to: string
  search?: object
  icon: TablerIcon
}> = [
  { name: 'mailbox', to: '/desk/admin/mailboxes', icon: IconMailbox },
  { name: 'invite', to: '/desk/admin/invitations', search: { edit: 'new' }, icon: IconAddressBook },
  { name: 'example', to: '/desk/welcome/example', icon: IconBuildingHospital },
  { name: 'first', to: '/desk/new', icon: IconEdit },
]

/** After the set-up: what a new desk needs first. */
export function WelcomeScreen() {
  const { t } = useTranslation('agent')
  const { me } = useMe()
  const title = t('welcome.title', { name: me?.givenName ?? me?.name ?? '' })
  return (
    <Page title={title} narrow>
      <div className={classes.page}>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.lead}>{t('welcome.lead')}</p>
        <ul className={classes.ways}>
          {ways.map(({ name, to, search = {}, icon: Icon }) => (
            <li key={name}>
              <Link to={to} search={search as never} className={classes.way}>
                <span className={classes.icon} aria-hidden>
                  <Icon size={22} stroke={1.6} />
                </span>
                <span>
                  <span className={classes.name}>{t(`welcome.${name}`)}</span>
                  <span className={classes.help}>{t(`welcome.${name}Help`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <Link to="/desk" className={classes.skip}>
          {t('welcome.list')}
        </Link>
      </div>
    </Page>
  )
}
