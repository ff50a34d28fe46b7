import { Anchor, Button, PasswordInput, PinInput, Stack, Text, TextInput } from '@mantine/core'
import { IconMailFast } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { ApiProblem, isProblem } from '../../../web-kit/api/problem.ts'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { EmptyState } from '../../../web-kit/ui/states.tsx'
import { getDesk } from '../contract/http-desk.ts'
import { askPasswordReset, askSignInLink, type Me, startSession } from '../contract/http-session.ts'

interface Props {
  onSignedIn: (me: Me) => void
  /** What is offered first: people with a password, or people who come rarely. */
  first?: 'password' | 'link'
  /** Whose session it was; only the password is missing then. */
  email?: string | undefined
}

type Step = 'password' | 'link' | 'reset' | 'linkSent' | 'resetSent'

/** Signing in by password (with a second factor when it is on) or by an e-mailed link; and the forgotten password. */
export function SignInPanel({ onSignedIn, first = 'password', email = '' }: Props) {
  const { t } = useTranslation('people')
  const [step, setStep] = useState<Step>(first)
  const [needsCode, setNeedsCode] = useState(false)
  const mute = useApi(getDesk, {}).data?.mailGoesOut === false

  const form = useForm({
    initial: { email, password: '', totp: '' },
    check: (v) => ({
      ...(/^[^@\s]+@[^@\s]+$/.test(v.email.trim()) ? {} : { email: t('signIn.emailMissing') }),
      ...(step === 'password' && !v.password ? { password: t('signIn.passwordMissing') } : {}),
    }),
    submit: async ({ email: typed, password, totp }) => {
      const email = typed.trim()
      if (step === 'link') {
        await api(askSignInLink, { body: { email } })
        return setStep('linkSent')
      }
      if (step === 'reset') {
        await api(askPasswordReset, { body: { email } })
        return setStep('resetSent')
      }
      try {
        onSignedIn(await api(startSession, { body: { email, password, ...(totp ? { totp } : {}) } }))
      } catch (error) {
        // The first refusal for want of a code is no mistake: it is the next step.
        if (isProblem(error) && /totp/.test(error.code) && !needsCode) return setNeedsCode(true)
        throw error instanceof ApiProblem ? error : new ApiProblem(500, {})
      }
    },
  })

  if (step === 'linkSent' || step === 'resetSent') {
    return (
      <EmptyState
        icon={<IconMailFast />}
        title={t(mute ? 'signIn.muteTitle' : 'signIn.sentTitle')}
        action={
          <Button variant="subtle" onClick={() => setStep(first)}>
            {t('signIn.back')}
          </Button>
        }
      >
        {mute ? t('signIn.mute') : t(`signIn.${step}`, { email: form.values.email })}
      </EmptyState>
    )
  }
  return (
    <form {...form.props}>
      <Stack gap="md">
        <TextInput
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          autoFocus={!email}
          {...form.field('email')}
        />
        {step === 'password' && (
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            data-autofocus={email ? true : undefined}
            {...form.field('password')}
          />
        )}
        {step === 'password' && needsCode && (
          <div>
            <Text component="label" fw={550} size="sm" htmlFor="totp-1">
              {t('signIn.code')}
            </Text>
            <PinInput
              id="totp"
              length={6}
              type="number"
              oneTimeCode
              autoFocus
              aria-label={t('signIn.code')}
              value={form.values.totp}
              onChange={(value) => form.set('totp', value)}
              onComplete={() => setTimeout(() => void form.submit())}
            />
          </div>
        )}
        {step !== 'password' && (
          <Text c="dimmed" size="sm">
            {t(step === 'link' ? 'signIn.linkHelp' : 'signIn.resetHelp')}
          </Text>
        )}
        <FormProblem problem={form.problem} />
        <Button type="submit" loading={form.busy} fullWidth>
          {t(`signIn.submit.${step}`)}
        </Button>
        <Stack gap={6} align="center">
          {step !== 'link' && (
            <Anchor component="button" type="button" size="sm" onClick={() => setStep('link')}>
              {t('signIn.byLink')}
            </Anchor>
          )}
          {step !== 'password' && (
            <Anchor component="button" type="button" size="sm" onClick={() => setStep('password')}>
              {t('signIn.byPassword')}
            </Anchor>
          )}
          {step === 'password' && (
            <Anchor component="button" type="button" size="sm" onClick={() => setStep('reset')}>
              {t('signIn.forgotten')}
            </Anchor>
          )}
        </Stack>
      </Stack>
    </form>
  )
}
