import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { Page } from '../../shell/page.tsx'
import { NewTicketForm } from './new-ticket-form.tsx'

/** A ticket opened by a technician: on the phone, at the desk, or on their own. */
export function NewTicketScreen() {
  const { t } = useTranslation('agent')
  const { can, me } = useMe()
  return (
    <Page title={t('new.title')} heading narrow>
      {me && !can('ticket.create') ? <Text>{t('new.forbidden')}</Text> : <NewTicketForm />}
    </Page>
  )
}
