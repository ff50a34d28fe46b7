import { Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { ProfileCard } from '../../people/web/index.ts'
import { getSignature, keepSignatureEndpoint } from '../contract/http.ts'

/** What stands below one's own answers; empty: what the mailbox says. */
export function MySignature() {
  const { t } = useTranslation('conversation')
  const kept = useApi(getSignature, {})
  return (
    <ProfileCard title={t('signature.title')} lead={t('signature.lead')}>
      {kept.data && <SignatureForm key={kept.data.text} text={kept.data.text} />}
    </ProfileCard>
  )
}

function SignatureForm({ text }: { text: string }) {
  const { t } = useTranslation('conversation')
  const form = useForm({
    initial: { text },
    submit: async (values) => {
      await api(keepSignatureEndpoint, { body: { text: values.text.trim() } })
      toast.done(t('signature.saved'))
      void stale(getSignature)
    },
  })
  return (
    <form {...form.props}>
      <Stack gap="md">
        <Textarea
          label={t('signature.text')}
          description={t('signature.help')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={2000}
          {...form.field('text')}
        />
        <FormProblem problem={form.problem} />
        <FormActions busy={form.busy} disabled={!form.dirty} onCancel={form.dirty ? () => form.reset() : undefined} />
      </Stack>
    </form>
  )
}
