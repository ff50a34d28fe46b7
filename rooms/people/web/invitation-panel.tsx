import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { acceptInvitation, lookUpInvitation } from '../contract/http-desk.ts'
import type { Me } from '../contract/http-session.ts'

interface Props {
  token: string
  onDone: (me: Me) => void
}

/** Behind an invitation: a name, a password, and in. */
export function InvitationPanel({ token, onDone }: Props) {
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api(lookUpInvitation, { body: { token } }),
    retry: false,
  })
  if (invitation.isPending) return <TextSkeleton />
  if (invitation.error) return <ErrorState error={invitation.error} />
  return <Accept token={token} onDone={onDone} invited={invitation.data} />
}

interface Invited {
  name: string
  email: string
  organisationName: string
}

function Accept({ token, onDone, invited }: Props & { invited: Invited }) {
  const { t } = useTranslation('people')
  const form = useForm({
    initial: { name: invited.name, password: '' },
    check: (v) => ({
      ...(v.name.trim() ? {} : { name: t('setUp.nameMissing') }),
      ...(v.password.length >= 10 ? {} : { password: t('setUp.passwordShort') }),
    }),
    submit: async (v) => onDone(await api(acceptInvitation, { body: { ...v, token } })),
  })
  return (
    <form {...form.props}>
      <Stack gap="md">
        <Text c="dimmed">{t('invitation.help', { organisation: invited.organisationName, email: invited.email })}</Text>
        <TextInput label={t('setUp.name')} autoComplete="name" autoFocus {...form.field('name')} />
        <PasswordInput
          label={t('signIn.password')}
          description={t('setUp.passwordHelp')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <FormProblem problem={form.problem} />
        <Button type="submit" loading={form.busy} fullWidth>
          {t('invitation.submit')}
        </Button>
      </Stack>
    </form>
  )
}
