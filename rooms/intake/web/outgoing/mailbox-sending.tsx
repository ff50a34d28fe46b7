import { Button, Switch, Textarea, TextInput } from '@mantine/core'
import { IconServer } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import { ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import type { Mailbox } from '../../contract/http.ts'
import {
  changeMailboxSending,
  getMailboxSending,
  giveMailboxSender,
  type MailboxSending as Sending,
} from '../../contract/sending.ts'
import { MailServerForm } from './mail-server-form.tsx'
import classes from './outbox.module.css'
import './strings.ts'

/** How the mails of a mailbox go out: sender, signatures, and a server of its own where it has one. */
export function MailboxSending({ mailbox }: { mailbox: Mailbox }) {
  const { t } = useTranslation('outgoing')
  const params = { id: mailbox.id }
  const sending = useApi(getMailboxSending, { params })
  const give = useSend(giveMailboxSender, { refresh: [getMailboxSending] })
  if (sending.error) return <ErrorState error={sending.error} retry={() => void sending.refetch()} />
  if (!sending.data) return <RowsSkeleton rows={4} />
  return (
    <>
      <Fields key={sending.data.version} mailbox={mailbox} sending={sending.data} />
      <h3 className={classes.heading} style={{ marginTop: 24 }}>
        {t('sending.server')}
      </h3>
      <p className={classes.quiet}>{t('sending.serverHelp')}</p>
      {sending.data.sender === null ? (
        <Button
          variant="default"
          leftSection={<IconServer size={16} aria-hidden />}
          loading={give.isPending}
          onClick={() => give.mutate({ params })}
        >
          {t('sending.setUp')}
        </Button>
      ) : (
        <MailServerForm senderId={sending.data.sender} />
      )}
    </>
  )
}

function Fields({ mailbox, sending }: { mailbox: Mailbox; sending: Sending }) {
  const { t, i18n } = useTranslation('outgoing')
  const form = useForm({
    initial: {
      fromEmail: sending.fromEmail ?? '',
      en: sending.signatures.en ?? '',
      de: sending.signatures.de ?? '',
      ownSignatures: sending.ownSignatures,
    },
    submit: async ({ fromEmail, en, de, ownSignatures }) => {
      await api(changeMailboxSending, {
        params: { id: mailbox.id },
        body: { fromEmail: fromEmail.trim() || null, signatures: { ...sending.signatures, en, de }, ownSignatures },
        ifMatch: sending.version,
      })
      await stale(getMailboxSending, { params: { id: mailbox.id } })
      toast.done(t('form.saved'))
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const named = new Intl.DisplayNames(i18n.language, { type: 'language' })
  return (
    <form {...form.props} className={classes.form}>
      <TextInput
        type="email"
        label={t('sending.from')}
        description={t('sending.fromHelp')}
        placeholder={mailbox.address}
        {...form.field('fromEmail')}
      />
      {(['en', 'de'] as const).map((language) => (
        <Textarea
          key={language}
          label={t('sending.signature', { language: named.of(language) })}
          description={language === 'en' ? t('sending.signatureHelp') : undefined}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          {...form.field(language)}
        />
      ))}
      <Switch
        label={t('sending.ownSignatures')}
        description={t('sending.ownSignaturesHelp')}
        {...form.toggle('ownSignatures')}
      />
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} onCancel={form.dirty ? () => form.reset() : undefined} />
    </form>
  )
}
