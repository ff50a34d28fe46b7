import { IconMapPinOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../web-kit/ui/states.tsx'
import { ButtonLink } from './button-link.tsx'
import { useTitle } from './use-title.ts'

/** An address that leads nowhere. */
export function Lost() {
  const { t } = useTranslation('portal')
  useTitle(t('lost.title'))
  return (
    <EmptyState
      page
      icon={<IconMapPinOff />}
      title={t('lost.title')}
      action={<ButtonLink href="/">{t('lost.home')}</ButtonLink>}
    >
      {t('lost.help')}
    </EmptyState>
  )
}
