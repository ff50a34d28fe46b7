import { Menu, UnstyledButton } from '@mantine/core'
import { IconKeyboard, IconLogout, IconUser, IconWorld } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../rooms/people/contract/http.ts'
import { useKeepPreference, useSignOut } from '../../../rooms/people/web/index.ts'
import { Keys } from '../../../web-kit/shortcuts/keys.tsx'
import { openShortcutHelp } from '../../../web-kit/shortcuts/open-help.ts'
import { AppearanceItems } from '../../../web-kit/theme/appearance-items.tsx'
import { PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import classes from './profile-menu.module.css'

/** Whose desk this is and who is at it; appearance, language, way out. */
export function ProfileMenu({ me }: { me: Me }) {
  const { t } = useTranslation('agent')
  const signOut = useSignOut()
  const keep = useKeepPreference()
  return (
    <Menu position="bottom-start" width={250}>
      <Menu.Target>
        <UnstyledButton className={classes.button} title={t('profile.label', { name: me.name })}>
          <PersonAvatar name={me.name} size={26} />
          <span className={classes.words}>
            <span className={classes.desk}>{me.organisationName}</span>
            <span className={classes.name}>{me.name}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUser size={16} stroke={1.75} />} component={Link} to="/desk/profile">
          {t('profile.title')}
        </Menu.Item>
        <Menu.Divider />
        <AppearanceItems onChoose={(chosen) => void keep(chosen)} />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconKeyboard size={16} stroke={1.75} />}
          rightSection={<Keys keys="?" />}
          onClick={openShortcutHelp}
        >
          {t('profile.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconWorld size={16} stroke={1.75} />} component="a" href="/">
          {t('profile.portal')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={() => void signOut()}>
          {t('profile.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
