import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { FormActions } from '../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../web-kit/forms/use-unsaved-guard.ts'
import { confirm } from '../../../web-kit/ui/confirm.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { addMailbox, changeMailbox, listMailboxes, type Mailbox, removeMailbox } from '../contract/http.ts'
import classes from './mail-admin.module.css'
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
  const form = useForm({
    initial: { ...initialAddress(mailbox) },
    check: (values) => ({ ...checkAddress(values) }),
    submit: async (values) => {
      const body = { ...addressBody(values) }
      const saved = mailbox
        ? await api(changeMailbox, { params: { id: mailbox.id }, body, ifMatch: mailbox.version })
        : await api(addMailbox, { body })
      void stale(listMailboxes)
      toast.done(t('mailbox.saved', { address: saved.address }))
      if (mailbox) onDone()
      else onAdded(saved.id)
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const remove = useSend(removeMailbox, {
    refresh: [listMailboxes],
    onDone: () => {
      toast.done(t('mailbox.removed', { address: mailbox?.address }))
      onDone()
    },
  })
  async function askToRemove() {
    if (!mailbox) return
    const yes = await confirm({
      title: t('mailbox.removeTitle', { address: mailbox.address }),
      body: t('mailbox.removeBody'),
      confirmLabel: t('mailbox.remove'),
      danger: true,
    })
    if (yes) remove.mutate({ params: { id: mailbox.id } })
  }
  return (
    <form {...form.props} className={classes.form}>
      <MailboxAddressFields form={form} />
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} onCancel={onDone} {...(mailbox ? {} : { submitLabel: t('mailbox.add') })} />
      {mailbox && (
        <Button
          variant="subtle"
          color="red"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconTrash size={16} aria-hidden />}
          loading={remove.isPending}
          onClick={() => void askToRemove()}
        >
          {t('mailbox.remove')}
        </Button>
      )}
    </form>
  )
}
