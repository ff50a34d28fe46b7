import { ActionIcon, Select } from '@mantine/core'
import { IconRefresh, IconSend, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { discardMail, listOutbox, type OutboxMail, retryMail } from '../../../platform/mail/contract.ts'
import { usePages } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import type { Column } from '../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../web-kit/list/manage-list.tsx'
import { confirm } from '../../../web-kit/ui/confirm.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import classes from './mail-admin.module.css'
import { MailState } from './mail-state.tsx'
import './strings.ts'

const states = ['queued', 'held', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn'] as const
const retryable: readonly string[] = ['held', 'failed', 'uncertain']
const unsent: readonly string[] = ['queued', 'held', 'failed', 'uncertain']

/** Mails that were sent or are to be sent, and why some were not. */
export function OutboxPanel() {
  const { t } = useTranslation('intake')
  const [search, setSearch] = useState('')
  const [state, setState] = useState<string | null>(null)
  const query = state ? { state: state as OutboxMail['state'] } : {}
  const list = usePages(listOutbox, { query }, { keepPrevious: true, live: ['mail:*'] })
  const refresh = [listOutbox]
  const retry = useSend(retryMail, { refresh, onDone: () => toast.done(t('outbox.retried')) })
  const discard = useSend(discardMail, { refresh, onDone: () => toast.done(t('outbox.discarded')) })
  const rows = list.items.filter((mail) =>
    `${addressesOf(mail)} ${mail.subject}`.toLowerCase().includes(search.trim().toLowerCase()),
  )
  async function askToRetry(mail: OutboxMail) {
    // It may have arrived already; sending again is a decision.
    const yes =
      mail.state !== 'uncertain' ||
      (await confirm({
        title: t('outbox.againTitle'),
        body: t('outbox.againBody', { to: addressesOf(mail) }),
        confirmLabel: t('outbox.again'),
      }))
    if (yes) retry.mutate({ params: { id: mail.id } })
  }
  async function askToDiscard(mail: OutboxMail) {
    const yes = await confirm({
      title: t('outbox.discardTitle'),
      body: t('outbox.discardBody', { to: addressesOf(mail) }),
      confirmLabel: t('discard'),
      danger: true,
    })
    if (yes) discard.mutate({ params: { id: mail.id } })
  }
  const columns: Column<OutboxMail>[] = [
    {
      key: 'subject',
      title: t('subject'),
      cell: (mail) => (
        <>
          <span className={classes.subject}>{mail.subject || t('noSubject')}</span>
          <div className={classes.small}>{t('outbox.to', { to: addressesOf(mail) })}</div>
          {mail.error && <div className={classes.small}>{mail.error}</div>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('stateTitle'),
      cell: (mail) => (
        <>
          <MailState state={mail.state} />
          {mail.attempts > 1 && <div className={classes.small}>{t('outbox.attempts', { count: mail.attempts })}</div>}
        </>
      ),
    },
    { key: 'at', title: t('outbox.at'), wideOnly: true, cell: (mail) => <Time at={mail.stateAt} /> },
    {
      key: 'next',
      title: t('outbox.next'),
      wideOnly: true,
      cell: (mail) => mail.state === 'queued' && mail.nextAttemptAt && <Time at={mail.nextAttemptAt} />,
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 84,
      cell: (mail) => (
        <span className={classes.actions}>
          {retryable.includes(mail.state) && (
            <ActionIcon
              aria-label={t('outbox.retry', { name: mail.subject })}
              title={t('outbox.retry', { name: mail.subject })}
              onClick={() => void askToRetry(mail)}
            >
              <IconRefresh size={17} />
            </ActionIcon>
          )}
          {unsent.includes(mail.state) && (
            <ActionIcon
              aria-label={t('outbox.discard', { name: mail.subject })}
              title={t('outbox.discard', { name: mail.subject })}
              onClick={() => void askToDiscard(mail)}
            >
              <IconTrash size={17} />
            </ActionIcon>
          )}
        </span>
      ),
    },
  ]
  return (
    <ManageList
      label={t('outbox.list')}
      rows={list.data && rows}
      error={list.error}
      retry={() => void list.refetch()}
      columns={columns}
      keyOf={(mail) => mail.id}
      search={{ value: search, set: setSearch, placeholder: t('outbox.find') }}
      filters={
        <Select
          aria-label={t('stateTitle')}
          placeholder={t('everyState')}
          clearable
          clearButtonProps={{ 'aria-label': t('everyState') }}
          w={180}
          data={states.map((one) => ({ value: one, label: t(`state.${one}`) }))}
          value={state}
          onChange={setState}
        />
      }
      empty={{
        icon: <IconSend />,
        title: state ? t('noneInState') : t('outbox.none'),
        help: state ? t('noneInStateHelp') : t('outbox.noneHelp'),
      }}
      more={list.hasNextPage ? list.more : undefined}
    />
  )
}

function addressesOf(mail: OutboxMail): string {
  return [...mail.to, ...mail.cc].map((one) => one.email).join(', ')
}
