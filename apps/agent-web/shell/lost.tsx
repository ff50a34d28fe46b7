import { Button } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconMapPinOff } from '@tabler/icons-react'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isUnreachable } from '../../../web-kit/app/fetch-part.ts'
import { Unreachable } from '../../../web-kit/app/unreachable.tsx'
import { EmptyState } from '../../../web-kit/ui/states.tsx'
import { Page } from './page.tsx'

export function NotFoundScreen() {
  const { t } = useTranslation('agent')
  return (
    <Page title={t('lost.title')}>
      <EmptyState
        page
        icon={<IconMapPinOff />}
        title={t('lost.title')}
        action={
          <Button component={Link} to="/desk" variant="default">
            {t('lost.home')}
          </Button>
        }
      >
        {t('lost.help')}
      </EmptyState>
    </Page>
  )
}

/** For people who are signed in but have no business in the workspace. */
export function NoPermissionScreen() {
  const { t } = useTranslation('agent')
  return (
    <Page title={t('forbidden.title')}>
      <EmptyState
        page
        icon={<IconLock />}
        title={t('forbidden.title')}
        action={
          <Button component="a" href="/">
            {t('forbidden.portal')}
          </Button>
        }
      >
        {t('forbidden.help')}
      </EmptyState>
    </Page>
  )
}

export function FailedScreen({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('agent')
  if (isUnreachable(error)) {
    return (
      <Page title={t('kit:problem.offline')}>
        <Unreachable error={error} />
      </Page>
    )
  }
  return (
    <Page title={t('failed.title')}>
      <div role="alert">
        <EmptyState
          page
          icon={<IconAlertTriangle />}
          title={t('failed.title')}
          action={
            <Button
              variant="default"
              onClick={() => {
                reset()
                location.reload()
              }}
            >
              {t('failed.reload')}
            </Button>
          }
        >
          {t('failed.help')}
        </EmptyState>
      </div>
    </Page>
  )
}
