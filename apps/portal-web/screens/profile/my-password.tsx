import { PasswordInput, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changePassword, getMe, listSessions, type Me } from '../../../../rooms/people/contract/http.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { Card } from './card.tsx'

/** A password is not needed: a link to the mailbox signs in as well. */
export function MyPassword({ me }: { me: Me }) {
  const { t } = useTranslation('portal')
  const form = useForm({
    initial: { current: '', password: '' },
    check: (v) => ({
      ...(me.hasPassword && !v.current ? { current: t('profile.currentMissing') } : {}),
      ...(v.password.length >= 10 ? {} : { password: t('profile.passwordShort') }),
    }),
    submit: async ({ current, password }) => {
      await api(changePassword, { body: { password, ...(me.hasPassword ? { current } : {}) } })
      toast.done(t('profile.passwordSet'))
      void stale(getMe)
      void stale(listSessions)
      form.reset()
    },
  })
  return (
    <Card title={t('profile.password')} lead={t(me.hasPassword ? 'profile.passwordLead' : 'profile.passwordLeadNone')}>
      <form {...form.props}>
        <Stack gap="md">
          <input type="hidden" autoComplete="username" value={me.email ?? ''} readOnly />
          {me.hasPassword && (
            <PasswordInput label={t('profile.current')} autoComplete="current-password" {...form.field('current')} />
          )}
          <PasswordInput
            label={t('profile.newPassword')}
            description={t('profile.passwordShort')}
            autoComplete="new-password"
            {...form.field('password')}
          />
          <FormProblem problem={form.problem} />
          <FormActions busy={form.busy} submitLabel={t('profile.setPassword')} />
        </Stack>
      </form>
    </Card>
  )
}
