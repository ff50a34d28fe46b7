import { Modal, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale } from '../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getTicket, getTimeline, listTicketsEndpoint } from '../../ticket/contract/http.ts'
import { getResolutions, resolveTicketEndpoint } from '../contract/http.ts'

interface Props {
  number: number
  opened: boolean
  onClose: () => void
  /** Words of a reply being sent with it. */
  message?: string | undefined
  /** Runs before the ticket is resolved; false keeps everything as it is. */
  before?: (() => Promise<boolean>) | undefined
  onResolved: () => void
}

/** Cause, what was done, how it was verified: without these three nothing counts as solved. */
export function ResolveDialog(props: Props) {
  const { t } = useTranslation('resolution')
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('title', { number: props.number })} size="lg">
      {props.opened && <ResolveForm {...props} />}
    </Modal>
  )
}

function ResolveForm({ number, onClose, message, before, onResolved }: Props) {
  const { t } = useTranslation('resolution')
  const missing = (value: string, name: string) => (value.trim() ? {} : { [name]: t('missing') })
  const form = useForm({
    initial: { cause: '', action: '', verification: '' },
    check: (v) => ({
      ...missing(v.cause, 'cause'),
      ...missing(v.action, 'action'),
      ...missing(v.verification, 'verification'),
    }),
    submit: async (values) => {
      if (before && !(await before())) return
      const body = { ...values, ...(message ? { message } : {}) }
      await api(resolveTicketEndpoint, { params: { number }, body, idempotencyKey: crypto.randomUUID() })
      for (const read of [getTicket, getTimeline, listTicketsEndpoint, getResolutions]) void stale(read)
      toast.done(t('done', { number }))
      onResolved()
      onClose()
    },
  })
  useShortcut('mod+Enter', () => void form.submit(), { label: t('submit'), group: t('group'), whileTyping: true })
  return (
    <form {...form.props}>
      <Stack gap="md">
        {message && (
          <Text size="sm" c="dimmed">
            {t('withReply')}
          </Text>
        )}
        <Textarea label={t('cause')} description={t('causeHelp')} minRows={2} data-autofocus {...form.field('cause')} />
        <Textarea label={t('action')} description={t('actionHelp')} minRows={2} {...form.field('action')} />
        <Textarea
          label={t('verification')}
          description={t('verificationHelp')}
          minRows={2}
          {...form.field('verification')}
        />
        <FormProblem problem={form.problem} />
        <FormActions busy={form.busy} submitLabel={t('submit')} onCancel={onClose} />
      </Stack>
    </form>
  )
}
