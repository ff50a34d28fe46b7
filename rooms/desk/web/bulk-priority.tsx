import { Modal, Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FormActions } from '../../../web-kit/forms/form-actions.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import type { Priority } from '../../ticket/contract/http.ts'

interface Props {
  priority: Priority
  onClose: () => void
  onReason: (reason: string) => void
}

/** A priority that does not follow from impact and urgency needs a reason, also for many tickets at once. */
export function BulkPriority({ priority, onClose, onReason }: Props) {
  const { t } = useTranslation('desk')
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim() ? {} : { reason: t('kit:form.missing') }),
    submit: async ({ reason }) => {
      onReason(reason.trim())
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('bulk.priorityTitle', { priority: t(`kit:priority.${priority}`) })}
      closeButtonProps={{ 'aria-label': t('kit:close') }}
    >
      <form {...form.props}>
        <Stack gap="md">
          <Textarea
            label={t('bulk.reason')}
            description={t('bulk.reasonHelp')}
            required
            data-autofocus
            maxLength={1000}
            minRows={2}
            autosize
            {...form.field('reason')}
          />
          <FormActions submitLabel={t('bulk.setPriority')} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
