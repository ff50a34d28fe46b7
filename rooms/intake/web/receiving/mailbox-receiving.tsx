import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import { ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { listMailDoors } from '../../contract/doors.ts'
import type { Mailbox } from '../../contract/http.ts'
import { getImapAccount, type ImapAccount, removeImapAccount, setImapAccount } from '../../contract/imap.ts'
import { ImapFolderFields, ImapLoginFields, ImapServerFields } from './imap-fields.tsx'
import { ImapTrialResult, useImapTrial } from './imap-trial.tsx'
import { checkImap, imapBody, initialImap } from './imap-values.ts'
import classes from './receiving.module.css'
import './strings.ts'

/** How mail to a mailbox gets here: another server hands it over, or the desk collects it. */
export function MailboxReceiving({ mailbox }: { mailbox: Mailbox }) {
  const account = useApi(getImapAccount, { params: { id: mailbox.id } })
  if (account.error) return <ErrorState error={account.error} retry={() => void account.refetch()} />
  if (!account.data) return <RowsSkeleton rows={4} />
  const { imap } = account.data
  return <Form key={imap?.version ?? 'new'} mailbox={mailbox} account={imap} />
}

function Form({ mailbox, account }: { mailbox: Mailbox; account: ImapAccount | null }) {
  const { t } = useTranslation('receiving')
  const params = { id: mailbox.id }
  const form = useForm({
    initial: initialImap(account, mailbox.address),
    check: (values) => (values.on ? checkImap(values, account) : {}),
    submit: async (values) => {
      if (values.on) await api(setImapAccount, { params, body: imapBody(values) })
      else if (account) await api(removeImapAccount, { params })
      await Promise.all([stale(getImapAccount, { params }), stale(listMailDoors)])
      toast.done(t(values.on ? 'saved' : 'savedOff', { address: mailbox.address }))
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const trial = useImapTrial((field, words) => form.setErrors({ [field]: words }))
  const { values } = form
  return (
    <RecordForm form={form} onCancel={form.dirty ? () => form.reset() : undefined}>
      <Switch label={t('collect')} description={t('collectHelp')} {...form.toggle('on')} />
      {!values.on && (
        <p className={classes.quiet} role="status">
          {t(account ? 'willStop' : 'handedOver', { address: mailbox.address })}
        </p>
      )}
      {values.on && (
        <>
          <ImapServerFields form={form} setAll={(some) => form.setValues((before) => ({ ...before, ...some }))} />
          <ImapLoginFields form={form} account={account} />
          <ImapFolderFields form={form} folders={trial.data?.folders ?? []} isNew={!account} />
          <ImapTrialResult
            trial={trial}
            run={() => {
              const wrong = checkImap(values, account)
              form.setErrors(wrong)
              if (Object.keys(wrong).length === 0) trial.mutate({ params, body: imapBody(values) })
            }}
          />
        </>
      )}
    </RecordForm>
  )
}
