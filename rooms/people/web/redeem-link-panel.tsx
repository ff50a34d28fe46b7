import { Button, PinInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { isProblem } from '../../../web-kit/api/problem.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { type Me, redeemSignInLink } from '../contract/http-session.ts'

/** Behind an e-mailed sign-in link. A press is asked for, because mail scanners open links and the link works once. */
export function RedeemLinkPanel({ token, onSignedIn }: { token: string; onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation('people')
  const [needsCode, setNeedsCode] = useState(false)
  const form = useForm({
    initial: { totp: '' },
    submit: async ({ totp }) => {
      try {
        onSignedIn(await api(redeemSignInLink, { body: { token, ...(totp ? { totp } : {}) } }))
      } catch (error) {
        if (isProblem(error) && /totp/.test(error.code) && !needsCode) return setNeedsCode(true)
        throw error
      }
    },
  })
  return (
    <form {...form.props}>
      <Stack gap="md">
        <Text c="dimmed">{t('signIn.redeemHelp')}</Text>
        {needsCode && (
          <PinInput
            length={6}
            type="number"
            oneTimeCode
            autoFocus
            aria-label={t('signIn.code')}
            value={form.values.totp}
            onChange={(value) => form.set('totp', value)}
          />
        )}
        <FormProblem problem={form.problem} />
        <Button type="submit" loading={form.busy} fullWidth autoFocus>
          {t('signIn.redeem')}
        </Button>
      </Stack>
    </form>
  )
}
