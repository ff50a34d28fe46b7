import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { currentLanguage } from '../../../web-kit/i18n/i18n.ts'
import { setUp } from '../contract/http-desk.ts'
import type { Me } from '../contract/http-session.ts'

/** The first run: names the organisation and makes the first administrator. */
export function SetUpPanel({ token, onDone }: { token: string; onDone: (me: Me) => void }) {
  const { t } = useTranslation('people')
  const form = useForm({
    initial: { organisationName: '', name: '', email: '', password: '' },
    check: (v) => ({
      ...(v.organisationName.trim() ? {} : { organisationName: t('setUp.organisationMissing') }),
      ...(v.name.trim() ? {} : { name: t('setUp.nameMissing') }),
      ...(/^[^@\s]+@[^@\s]+$/.test(v.email.trim()) ? {} : { email: t('signIn.emailMissing') }),
      ...(v.password.length >= 10 ? {} : { password: t('setUp.passwordShort') }),
    }),
    submit: async (v) => {
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const body = { ...v, email: v.email.trim(), token, timeZone, language: currentLanguage() }
      onDone(await api(setUp, { body }))
    },
  })
  return (
    <form {...form.props}>
      <Stack gap="md">
        <TextInput
          label={t('setUp.organisation')}
          description={t('setUp.organisationHelp')}
          autoFocus
          {...form.field('organisationName')}
        />
        <TextInput label={t('setUp.name')} autoComplete="name" {...form.field('name')} />
        <TextInput type="email" label={t('signIn.email')} autoComplete="username" {...form.field('email')} />
        <PasswordInput
          label={t('signIn.password')}
          description={t('setUp.passwordHelp')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <FormProblem problem={form.problem} />
        <Button type="submit" loading={form.busy} fullWidth>
          {t('setUp.submit')}
        </Button>
      </Stack>
    </form>
  )
}
