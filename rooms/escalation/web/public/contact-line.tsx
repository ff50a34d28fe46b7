import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { getContact } from '../../contract/http.ts'
import './strings.ts'

/** For requesters: that specialists have it, and whom they go on talking to. */
export function ContactLine({ number }: { number: number }) {
  const { t } = useTranslation('escalationPublic')
  const found = useApi(getContact, { params: { number } }, { live: [`ticket:${number}`] }).data
  if (!found?.since) return null
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('withSpecialists')} {found.contact && t('contact', { name: found.contact })}
    </Text>
  )
}
