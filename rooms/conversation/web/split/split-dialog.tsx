import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { queryClient } from '../../../../web-kit/api/query-client.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { getTicket, getTimeline } from '../../../ticket/contract/http.ts'
import { splitMessageEndpoint } from '../../contract/http.ts'
import type { Message } from '../use-thread.ts'
import './strings.ts'

interface Props {
  message: Message
  number: number
  onClose: () => void
  /** With the number of the new ticket. */
  onSplit: (number: number) => void
}

const longestSubject = 120

/** The first sentence that says something, cut at a word. */
function subjectFrom(text: string): string {
  const said = text
    .split(/\n|(?<=[.!?…])\s/)
    .map((one) => one.trim())
    .find((one) => one.length > 15)
  const line = (said ?? text.trim()).replace(/[.…]+$/, '')
  const subject = line.charAt(0).toLocaleUpperCase() + line.slice(1)
  if (subject.length <= longestSubject) return subject
  return `${subject.slice(0, longestSubject).replace(/\s+\S*$/, '')}…`
}

/** One message becomes a ticket of its own; what that does is said before. */
export function SplitDialog({ message, number, onClose, onSplit }: Props) {
  const { t } = useTranslation('split')
  const form = useForm({
    initial: { subject: subjectFrom(message.text) },
    submit: async ({ subject }) => {
      const sent = { params: { number, id: message.id }, body: { subject }, idempotencyKey: crypto.randomUUID() }
      const fresh = await api(splitMessageEndpoint, sent)
      for (const endpoint of [getTicket, getTimeline]) {
        void queryClient.invalidateQueries({ queryKey: [endpoint.path] })
      }
      toast.done(t('done', { number: fresh.number }))
      onClose()
      onSplit(fresh.number)
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': t('kit:close') }}>
      <form {...form.props}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t(message.direction === 'in' ? 'lead' : 'leadFromDesk', { name: message.author.name })}
          </Text>
          <TextInput label={t('subject')} required maxLength={500} data-autofocus {...form.field('subject')} />
          <FormProblem problem={form.problem} />
          <FormActions busy={form.busy} submitLabel={t('submit')} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
