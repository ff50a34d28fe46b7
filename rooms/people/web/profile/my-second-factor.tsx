import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { beginTotp, confirmTotp, getMe, type Me, removeTotp } from '../../contract/http-session.ts'
import { BackupCodes } from './backup-codes.tsx'
import { Card } from './card.tsx'
import classes from './profile.module.css'
import { QrCode } from './qr-code.tsx'

/** A code from the phone when signing in: turned on in two steps, turned off with a code. */
export function MySecondFactor({ me }: { me: Me }) {
  const { t } = useTranslation('profile')
  const [begun, setBegun] = useState<{ secret: string; uri: string }>()
  const [codes, setCodes] = useState<readonly string[]>()
  const turnedOn = (backupCodes: readonly string[]) => {
    setBegun(undefined)
    setCodes(backupCodes)
    toast.done(t('factorOnNow'))
    void stale(getMe)
  }
  if (codes) return <BackupCodes codes={codes} onKept={() => setCodes(undefined)} />
  return (
    <Card title={t('factor')} lead={t(me.totp ? 'factorOn' : 'factorLead')}>
      {me.totp ? (
        <TurnOff />
      ) : begun ? (
        <TurnOn {...begun} onDone={turnedOn} onCancel={() => setBegun(undefined)} />
      ) : (
        <Begin hasPassword={me.hasPassword} onBegun={setBegun} />
      )}
    </Card>
  )
}

function Begin({
  hasPassword,
  onBegun,
}: {
  hasPassword: boolean
  onBegun: (begun: { secret: string; uri: string }) => void
}) {
  const { t } = useTranslation('profile')
  const [asking, setAsking] = useState(!hasPassword)
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => (hasPassword && !password ? { password: t('currentMissing') } : {}),
    submit: async ({ password }) => onBegun(await api(beginTotp, { body: hasPassword ? { password } : {} })),
  })
  if (!asking) {
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('factorSetUp')}
      </Button>
    )
  }
  return (
    <form {...form.props}>
      <Stack gap="md">
        {hasPassword && (
          <PasswordInput
            label={t('factorPassword')}
            autoComplete="current-password"
            autoFocus
            {...form.field('password')}
          />
        )}
        <FormProblem problem={form.problem} />
        <FormActions busy={form.busy} submitLabel={t('factorSetUp')} />
      </Stack>
    </form>
  )
}

interface TurnOnProps {
  secret: string
  uri: string
  onDone: (backupCodes: readonly string[]) => void
  onCancel: () => void
}

function TurnOn({ secret, uri, onDone, onCancel }: TurnOnProps) {
  const { t } = useTranslation('profile')
  const form = useForm({
    initial: { totp: '' },
    check: ({ totp }) => (totp.trim() ? {} : { totp: t('kit:form.missing') }),
    submit: async ({ totp }) =>
      onDone((await api(confirmTotp, { body: { totp: totp.replace(/\s/g, '') } })).backupCodes),
  })
  return (
    <form {...form.props}>
      <Stack gap="md">
        <p className={classes.text}>{t('factorScan')}</p>
        <QrCode text={uri} label={t('factorQr')} />
        <p className={classes.text}>
          {t('factorKey')}: <code className={classes.key}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <TextInput
          label={t('factorCode')}
          description={t('factorCodeHelp')}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={9}
          autoFocus
          maw={220}
          {...form.field('totp')}
        />
        <FormProblem problem={form.problem} />
        <FormActions busy={form.busy} submitLabel={t('factorTurnOn')} onCancel={onCancel} />
      </Stack>
    </form>
  )
}

function TurnOff() {
  const { t } = useTranslation('profile')
  const form = useForm({
    initial: { totp: '' },
    check: ({ totp }) => (totp.trim() ? {} : { totp: t('kit:form.missing') }),
    submit: async ({ totp }) => {
      await api(removeTotp, { body: { totp: totp.trim() } })
      toast.done(t('factorOffNow'))
      void stale(getMe)
    },
  })
  return (
    <form {...form.props}>
      <Stack gap="md">
        <TextInput
          label={t('factorOffCode')}
          autoComplete="one-time-code"
          maxLength={24}
          maw={260}
          {...form.field('totp')}
        />
        <FormProblem problem={form.problem} />
        <FormActions busy={form.busy} submitLabel={t('factorTurnOff')} />
      </Stack>
    </form>
  )
}
