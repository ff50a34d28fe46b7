import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { RecordForm } from '../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../web-kit/forms/use-save-form.ts'
import { addMailbox, changeMailbox, listMailboxes, type Mailbox, removeMailbox } from '../contract/http.ts'
import { addressBody, checkAddress, initialAddress, MailboxAddressFields } from './mailbox-address-fields.tsx'

interface Props {
  mailbox: Mailbox | undefined
  onDone: () => void
  /** It is there now, and the rest can be set. */
  onAdded: (id: number) => void
}

/** The address itself; how its mail comes in and goes out are forms of their own beside it. */
export function MailboxForm({ mailbox, onDone, onAdded }: Props) {
  const { t } = useTranslation('intake')
  const form = useSaveForm({
    initial: initialAddress(mailbox),
    version: mailbox?.version,
    check: checkAddress,
    save: (values, matching) => {
      const body = addressBody(values)
      return mailbox ? api(changeMailbox, { params: { id: mailbox.id }, body, ...matching }) : api(addMailbox, { body })
    },
    refresh: [listMailboxes],
    done: (saved) => t('mailbox.saved', { address: saved.address }),
    onDone: (saved) => (mailbox ? onDone() : onAdded(saved.id)),
  })
  const remove = useRemove(removeMailbox, {
    params: { id: mailbox?.id ?? 0 },
    label: t('mailbox.remove'),
    ask: { title: t('mailbox.removeTitle', { address: mailbox?.address }), body: t('mailbox.removeBody') },
    refresh: [listMailboxes],
    done: t('mailbox.removed', { address: mailbox?.address }),
    onDone,
  })
  return (
    <RecordForm
      form={form}
      submitLabel={mailbox ? undefined : t('mailbox.add')}
      onCancel={onDone}
      remove={mailbox && remove}
    >
      <MailboxAddressFields form={form} tagsProved={mailbox?.tagsProved ?? false} />
    </RecordForm>
  )
}
