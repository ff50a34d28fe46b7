import { Button, PasswordInput, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { redeemPasswordReset } from '../contract/http-session.ts'

/** Behind the link of a forgotten password. */
export function NewPasswordPanel({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('people')
  const form = useForm({
    initial: { password: '' },
    check: (v) => (v.password.length >= 10 ? {} : { password: t('setUp.passwordShort') }),
    submit: async ({ password }) => {
      await api(redeemPasswordReset, { body: { token, password } })
      onDone()
    },
  })
  return (
    <form {...form.props}>
      <Stack gap="md">
        <PasswordInput
          label={t('newPassword.label')}
          description={t('setUp.passwordHelp')}
          autoComplete="new-password"
          autoFocus
          {...form.field('password')}
        />
        <FormProblem problem={form.problem} />
        <Button type="submit" loading={form.busy} fullWidth>
          {t('newPassword.submit')}
        </Button>
      </Stack>
    </form>
  )
}
