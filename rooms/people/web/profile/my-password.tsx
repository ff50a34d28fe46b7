import { PasswordInput, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { changePassword, getMe, listSessions, type Me } from '../../contract/http-session.ts'
import { Card } from './card.tsx'

/** A password is not needed: a link to the mailbox signs in as well. */
export function MyPassword({ me }: { me: Me }) {
  const { t } = useTranslation('profile')
  const form = useForm({
    initial: { current: '', password: '' },
    check: (v) => ({
      ...(me.hasPassword && !v.current ? { current: t('currentMissing') } : {}),
      ...(v.password.length >= 10 ? {} : { password: t('passwordShort') }),
    }),
    submit: async ({ current, password }) => {
      await api(changePassword, { body: { password, ...(me.hasPassword ? { current } : {}) } })
      toast.done(t('passwordSet'))
      void stale(getMe)
      void stale(listSessions)
      form.reset()
    },
  })
  return (
    <Card title={t('password')} lead={t(me.hasPassword ? 'passwordLead' : 'passwordLeadNone')}>
      <form {...form.props}>
        <Stack gap="md">
          <input type="hidden" autoComplete="username" value={me.email ?? ''} readOnly />
          {me.hasPassword && (
            <PasswordInput label={t('current')} autoComplete="current-password" {...form.field('current')} />
          )}
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordShort')}
            autoComplete="new-password"
            {...form.field('password')}
          />
          <FormProblem problem={form.problem} />
          <FormActions busy={form.busy} submitLabel={t('setPassword')} />
        </Stack>
      </form>
    </Card>
  )
}
