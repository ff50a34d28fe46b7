import { ActionIcon, Button, Checkbox, Select } from '@mantine/core'
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
import { usePages } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import classes from '../mail-admin.module.css'
import { MailState } from '../mail-state.tsx'
import outbox from './outbox.module.css'
import { OutboxOverview } from './outbox-overview.tsx'
import './strings.ts'

const states = ['queued', 'held', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn'] as const
const retryable: readonly string[] = ['held', 'failed', 'uncertain']
const unsent: readonly string[] = ['queued', 'held', 'failed', 'uncertain']

/** Mails that were sent or are to be sent, and why some were not. */
export function OutboxPanel() {
  const { t } = useTranslation('intake')
  const [search, setSearch] = useState('')
  const [q] = useDebouncedValue(search.trim(), 250)
  const [state, setState] = useState<string | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const query = { ...(state ? { state: state as OutboxMail['state'] } : {}), ...(q ? { q } : {}) }
  const list = usePages(listOutbox, { query }, { keepPrevious: true, live: ['mail:*'] })
  const refresh = [listOutbox, getOutboxOverview]
  const retry = useSend(retryMail, { refresh, onDone: () => toast.done(t('outbox.retried')) })
  const discard = useSend(discardMail, { refresh, onDone: () => toast.done(t('outbox.discarded')) })
  const rows = list.items
  const toggle = (id: number) =>
    setSelected((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
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
      key: 'select',
      title: t('kit:list.pick'),
      hiddenTitle: true,
      width: 44,
      cell: (mail) =>
        unsent.includes(mail.state) && (
          <Checkbox
            aria-label={t('outgoing:selectOne', { name: mail.subject })}
            checked={selected.has(mail.id)}
            onChange={() => toggle(mail.id)}
          />
        ),
    },
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
    <>
      <OutboxOverview
        state={state}
        onState={(next) => {
          setState(next)
          setSelected(new Set())
        }}
      />
      {selected.size > 0 && (
        <BulkBar
          mails={rows.filter((mail) => selected.has(mail.id))}
          onAll={() => setSelected(new Set(rows.filter((mail) => unsent.includes(mail.state)).map((mail) => mail.id)))}
          onDone={() => setSelected(new Set())}
        />
      )}
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
    </>
  )
}

interface BulkProps {
  mails: readonly OutboxMail[]
  onAll: () => void
  onDone: () => void
}

/** What can be done with all that are selected. */
function BulkBar({ mails, onAll, onDone }: BulkProps) {
  const { t } = useTranslation('outgoing')
  const settle = ({ done, skipped }: { done: number[]; skipped: number[] }) => {
    const words = [
      t('manyDone', { count: done.length }),
      ...(skipped.length > 0 ? [t('manySkipped', { count: skipped.length })] : []),
    ]
    toast.done(words.join('. '))
    onDone()
  }
  const refresh = [listOutbox, getOutboxOverview]
  const retry = useSend(retryMails, { refresh, onDone: settle })
  const discard = useSend(discardMails, { refresh, onDone: settle })
  const again = mails.filter((mail) => retryable.includes(mail.state)).map((mail) => mail.id)
  const ids = mails.map((mail) => mail.id)
  async function ask(kind: 'retry' | 'discard') {
    const count = kind === 'retry' ? again.length : ids.length
    const yes = await confirm({
      title: t(`${kind}ManyTitle`, { count }),
      body: t(`${kind}ManyBody`),
      confirmLabel: t(`${kind}Many`),
      danger: kind === 'discard',
    })
    if (!yes) return
    if (kind === 'retry') retry.mutate({ body: { ids: again } })
    else discard.mutate({ body: { ids } })
  }
  return (
    <div className={outbox.bulk} role="toolbar" aria-label={t('selected', { count: mails.length })}>
      <strong>{t('selected', { count: mails.length })}</strong>
      <Button
        size="compact-sm"
        disabled={again.length === 0}
        loading={retry.isPending}
        onClick={() => void ask('retry')}
      >
        {t('retryMany')}
      </Button>
      <Button size="compact-sm" variant="default" loading={discard.isPending} onClick={() => void ask('discard')}>
        {t('discardMany')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onAll}>
        {t('selectAll')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
        {t('clear')}
      </Button>
    </div>
  )
}

function addressesOf(mail: OutboxMail): string {
  return [...mail.to, ...mail.cc].map((one) => one.email).join(', ')
}
