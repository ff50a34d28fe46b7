import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Mailbox } from '../contract/http.ts'
import { MailboxForm } from './mailbox-form.tsx'
import { MailboxSending } from './outgoing/mailbox-sending.tsx'
import { MailboxReceiving } from './receiving/mailbox-receiving.tsx'
import './strings.ts'

interface Props {
  mailbox: Mailbox | undefined
  onDone: () => void
  onAdded: (id: number) => void
}

/** A mailbox: its address, how its mail comes in, how it goes out. The latter two can be set once it is there. */
export function MailboxEditor({ mailbox, onDone, onAdded }: Props) {
  const { t } = useTranslation('intake')
  if (!mailbox) return <MailboxForm mailbox={undefined} onDone={onDone} onAdded={onAdded} />
  return (
    <Tabs defaultValue="address" keepMounted={false}>
      <Tabs.List mb={16}>
        <Tabs.Tab value="address">{t('section.address')}</Tabs.Tab>
        <Tabs.Tab value="receiving">{t('section.receiving')}</Tabs.Tab>
        <Tabs.Tab value="sending">{t('outgoing:sending.tab')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="address">
        <MailboxForm mailbox={mailbox} onDone={onDone} onAdded={onAdded} />
      </Tabs.Panel>
      <Tabs.Panel value="receiving">
        <MailboxReceiving mailbox={mailbox} />
      </Tabs.Panel>
      <Tabs.Panel value="sending">
        <MailboxSending mailbox={mailbox} />
      </Tabs.Panel>
    </Tabs>
  )
}
