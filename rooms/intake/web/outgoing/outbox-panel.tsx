import { ActionIcon } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconRefresh, IconSend, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  discardMail,
  discardMails,
  getOutboxOverview,
  listOutbox,
  type OutboxMail,
  retryMail,
  retryMails,
} from '../../../../platform/mail/contract.ts'
import { useApi, usePages } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import classes from '../mail-admin.module.css'
import { MailBulkBar } from '../mail-bulk-bar.tsx'
import { MailState } from '../mail-state.tsx'
import { MailStates } from '../mail-states.tsx'
import { selectColumn } from '../select-column.tsx'
import { OutboxError } from './outbox-error.tsx'
import { OutboxOverview } from './outbox-overview.tsx'
import './strings.ts'

const order = ['failed', 'uncertain', 'held', 'queued', 'sending', 'sent', 'withdrawn'] as const
const retryable: readonly string[] = ['held', 'failed', 'uncertain']
const unsent: readonly string[] = ['queued', 'held', 'failed', 'uncertain']

/** Mails that were sent or are to be sent, and why some were not. */
export function OutboxPanel() {
  const { t } = useTranslation('intake')
  const [search, setSearch] = useState('')
  const [q] = useDebouncedValue(search.trim(), 250)
  const [state, setState] = useState<OutboxMail['state'] | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const query = { ...(state ? { state } : {}), ...(q ? { q } : {}) }
  const list = usePages(listOutbox, { query }, { keepPrevious: true, live: ['mail:*'] })
  const overview = useApi(getOutboxOverview, {}, { live: ['mail:*', 'mail_sender:*'], everyMs: 30_000 })
  const refresh = [listOutbox, getOutboxOverview]
  const retry = useSend(retryMail, { refresh, onDone: () => toast.done(t('outbox.retried')) })
  const discard = useSend(discardMail, { refresh, onDone: () => toast.done(t('outbox.discarded')) })
  const rows = list.items
  const settled = ({ done, skipped }: { done: number[]; skipped: number[] }) => {
    const words = [
      t('outgoing:manyDone', { count: done.length }),
      ...(skipped.length > 0 ? [t('outgoing:manySkipped', { count: skipped.length })] : []),
    ]
    toast.done(words.join('. '))
    setSelected(new Set())
  }
  const retryAll = useSend(retryMails, { refresh, onDone: settled })
  const discardAll = useSend(discardMails, { refresh, onDone: settled })
  const chosen = rows.filter((mail) => selected.has(mail.id))
  const again = chosen.filter((mail) => retryable.includes(mail.state)).map((mail) => mail.id)
  async function askForMany(kind: 'retry' | 'discard') {
    const ids = kind === 'retry' ? again : chosen.map((mail) => mail.id)
    const yes = await confirm({
      title: t(`outgoing:${kind}ManyTitle`, { count: ids.length }),
      body: t(`outgoing:${kind}ManyBody`),
      confirmLabel: kind === 'retry' ? t('outbox.again') : t('discard'),
      danger: kind === 'discard',
    })
    if (yes) (kind === 'retry' ? retryAll : discardAll).mutate({ body: { ids } })
  }
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
    selectColumn(t, { can: (mail) => unsent.includes(mail.state), selected, select: setSelected }),
    {
      key: 'subject',
      title: t('subject'),
      cell: (mail) => (
        <>
          <span className={classes.subject}>{mail.subject || t('noSubject')}</span>
          <div className={classes.small}>{t('outbox.to', { to: addressesOf(mail) })}</div>
          {mail.error && <OutboxError error={mail.error} final={mail.state !== 'queued'} />}
          <div className={classes.narrow}>
            <MailState state={mail.state} />
            <Time at={mail.stateAt} quiet />
          </div>
        </>
      ),
    },
    {
      key: 'state',
      title: t('stateTitle'),
      wideOnly: true,
      cell: (mail) => (
        <>
          <MailState state={mail.state} />
          {mail.attempts > 1 && <div className={classes.small}>{t('outbox.attempts', { count: mail.attempts })}</div>}
        </>
      ),
    },
    {
      key: 'at',
      title: t('outbox.at'),
      wideOnly: true,
      cell: (mail) => <Time at={mail.stateAt} className={classes.figure} />,
    },
    {
      key: 'next',
      title: t('outbox.next'),
      wideOnly: true,
      cell: (mail) =>
        mail.state === 'queued' && mail.nextAttemptAt && <Time at={mail.nextAttemptAt} className={classes.figure} />,
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
    <>
      <OutboxOverview overview={overview} />
      <MailStates
        order={order}
        counts={overview.data?.counts}
        waits={['failed', 'uncertain', 'held']}
        value={state}
        set={(next) => {
          setState(next)
          setSelected(new Set())
        }}
      />
      <MailBulkBar
        ids={rows.filter((mail) => unsent.includes(mail.state)).map((mail) => mail.id)}
        selected={selected}
        select={setSelected}
        busy={retryAll.isPending || discardAll.isPending}
        again={{
          label: t('outbox.again'),
          icon: <IconRefresh size={15} aria-hidden />,
          disabled: again.length === 0,
          run: () => void askForMany('retry'),
        }}
        onDiscard={() => void askForMany('discard')}
      />
      <ManageList
        label={t('outbox.list')}
        rows={list.data && rows}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(mail) => mail.id}
        search={{ value: search, set: setSearch, placeholder: t('outbox.find') }}
        empty={{
          icon: <IconSend />,
          title: state ? t('noneInState') : t('outbox.none'),
          help: state ? t('noneInStateHelp') : t('outbox.noneHelp'),
        }}
        more={list.hasNextPage ? list.more : undefined}
      />
    </>
  )
}

function addressesOf(mail: OutboxMail): string {
  return [...mail.to, ...mail.cc].map((one) => one.email).join(', ')
}
