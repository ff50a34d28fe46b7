import { Button, NumberInput, PasswordInput, Select, Switch, TextInput } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  changeMailSender,
  getMailSender,
  getOutboxOverview,
  type MailSender,
  tryMailSender,
} from '../../../../platform/mail/contract.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import { ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import classes from './outbox.module.css'
import './strings.ts'

interface Props {
  senderId: number
  onDone?: () => void
}

/** Through which server one way of mail goes out, and how fast. */
export function MailServerForm({ senderId, onDone }: Props) {
  const sender = useApi(getMailSender, { params: { id: senderId } })
  if (sender.error) return <ErrorState error={sender.error} retry={() => void sender.refetch()} />
  if (!sender.data) return <RowsSkeleton rows={4} />
  return <Fields key={sender.data.version} sender={sender.data} {...(onDone ? { onDone } : {})} />
}

type Security = NonNullable<MailSender['server']>['security']
const securities: readonly Security[] = ['starttls', 'tls', 'opportunistic', 'none']

function Fields({ sender, onDone }: { sender: MailSender; onDone?: () => void }) {
  const { t } = useTranslation('outgoing')
  const { server } = sender
  const form = useForm({
    initial: {
      own: server !== null,
      host: server?.host ?? '',
      port: server?.port ?? 587,
      security: (server?.security ?? 'starttls') as Security,
      checkCertificate: server?.checkCertificate ?? true,
      username: server?.username ?? '',
      password: '',
      rate: sender.ratePerMinute ?? ('' as number | ''),
    },
    check: ({ own, host }) => (own && !host.trim() ? { host: t('kit:form.missing') } : {}),
    submit: async ({ own, host, port, security, checkCertificate, username, password, rate }) => {
      const login = { username: username.trim() || null, ...(password ? { password } : {}) }
      await api(changeMailSender, {
        params: { id: sender.id },
        body: {
          server: own ? { host: host.trim(), port: Number(port), security, checkCertificate, ...login } : null,
          ratePerMinute: rate === '' ? null : Number(rate),
        },
        ifMatch: sender.version,
      }).catch((error: { fields?: { field: string }[] }) => {
        // The form is flat; the answer names the field within the server.
        for (const one of error.fields ?? []) one.field = one.field.replace('body.server.', 'body.')
        throw error
      })
      await Promise.all([stale(getMailSender, { params: { id: sender.id } }), stale(getOutboxOverview)])
      toast.done(t('form.saved'))
      onDone?.()
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const { own } = form.values
  return (
    <form {...form.props} className={classes.form}>
      <Switch
        label={t('form.own')}
        description={t(sender.id === 1 ? 'form.ownDeskHelp' : 'form.ownHelp')}
        {...form.toggle('own')}
      />
      {own && (
        <>
          <div className={classes.pair}>
            <TextInput label={t('form.host')} placeholder="smtp.example.org" required {...form.field('host')} />
            <NumberInput label={t('form.port')} min={1} max={65_535} hideControls {...form.field('port')} />
          </div>
          <Select
            label={t('form.security')}
            allowDeselect={false}
            data={securities.map((value) => ({ value, label: t(`form.${value}`) }))}
            {...form.field('security')}
          />
          {form.values.security !== 'none' && (
            <Switch label={t('form.checkCertificate')} {...form.toggle('checkCertificate')} />
          )}
          <TextInput
            label={t('form.username')}
            description={t('form.usernameHelp')}
            autoComplete="off"
            {...form.field('username')}
          />
          {form.values.username.trim() !== '' && (
            <PasswordInput
              label={t('form.password')}
              description={server?.hasPassword ? t('form.passwordKept') : undefined}
              autoComplete="new-password"
              {...form.field('password')}
            />
          )}
        </>
      )}
      <NumberInput
        label={t('form.rate')}
        description={t('form.rateHelp')}
        min={1}
        max={100_000}
        maw={260}
        {...form.field('rate')}
      />
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} onCancel={onDone} />
      <Trial senderId={sender.id} disabled={form.dirty} />
    </form>
  )
}

function Trial({ senderId, disabled }: { senderId: number; disabled: boolean }) {
  const { t } = useTranslation('outgoing')
  const trial = useSend(tryMailSender, {})
  const result = trial.data
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconPlugConnected size={16} aria-hidden />}
        loading={trial.isPending}
        disabled={disabled}
        onClick={() => trial.mutate({ params: { id: senderId } })}
      >
        {t('form.try')}
      </Button>
      <p className={classes.quiet} role="status" style={{ marginBottom: 0 }}>
        {result
          ? result.ok
            ? t('form.works', { server: result.server })
            : result.server
              ? t('form.fails', { server: result.server, error: result.error })
              : t('form.noneSet')
          : t('form.tryHelp')}
      </p>
    </div>
  )
}
