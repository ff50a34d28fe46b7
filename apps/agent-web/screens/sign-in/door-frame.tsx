import { Button, Menu } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AppearanceItems } from '../../../../web-kit/theme/appearance-items.tsx'
import classes from './door-frame.module.css'

/** The page around signing in and setting up: one quiet card. */
export function DoorFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t, i18n } = useTranslation('agent')
  useEffect(() => {
    document.title = `${title} · Deskhand`
  }, [title])
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <img src="/desk/favicon.svg" alt="" width={36} height={36} />
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={classes.foot}>
        <Menu position="top" width={220}>
          <Menu.Target>
            <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconLanguage size={15} />}>
              {i18n.language === 'de' ? 'Deutsch' : 'English'} · {t('kit:theme.label')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <AppearanceItems density={false} />
          </Menu.Dropdown>
        </Menu>
      </footer>
    </div>
  )
}
