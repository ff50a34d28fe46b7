import { ActionIcon, Select } from '@mantine/core'
import { IconFileDownload, IconInbox, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { fileSize } from '../../../web-kit/i18n/formats.ts'
import type { Column } from '../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../web-kit/list/manage-list.tsx'
import { confirm } from '../../../web-kit/ui/confirm.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import {
  discardInboundMail,
  type InboundMail,
  itemStates,
  listInboundMail,
  retryInboundMail,
} from '../contract/http.ts'
import classes from './mail-admin.module.css'
import { MailState } from './mail-state.tsx'
import './strings.ts'

/** States out of which a message can still be filed or set aside. */
const unsettled: readonly string[] = ['failed', 'held', 'ignored', 'duplicate']

/** Every message that came in, what became of it, and a way on for those that stuck. */
export function InboundMailPanel() {
  const { t } = useTranslation('intake')
  const [search, setSearch] = useState('')
  const [state, setState] = useState<string | null>(null)
  const query = state ? { state: state as InboundMail['state'] } : {}
  const list = usePages(listInboundMail, { query }, { keepPrevious: true, live: ['intake_item:*'] })
  const refresh = [listInboundMail]
  const retry = useSend(retryInboundMail, { refresh, onDone: () => toast.done(t('inbound.retried')) })
  const discard = useSend(discardInboundMail, { refresh, onDone: () => toast.done(t('inbound.discarded')) })
  const rows = list.items.filter((mail) =>
    `${mail.from} ${mail.subject} ${mail.ticket ?? ''}`.toLowerCase().includes(search.trim().toLowerCase()),
  )
  async function askToDiscard(mail: InboundMail) {
    const yes = await confirm({
      title: t('inbound.discardTitle'),
      body: t('inbound.discardBody'),
      confirmLabel: t('discard'),
      danger: true,
    })
    if (yes) discard.mutate({ params: { id: mail.id } })
  }
  const columns: Column<InboundMail>[] = [
    {
      key: 'subject',
      title: t('subject'),
      cell: (mail) => (
        <>
          <span className={classes.subject}>{mail.subject || t('noSubject')}</span>
          <div className={classes.small}>{mail.from}</div>
          {mail.reason && <div className={classes.small}>{mail.reason}</div>}
          {mail.problems.map((problem) => (
            <div key={problem} className={classes.small}>
              {problem}
            </div>
          ))}
        </>
      ),
    },
    { key: 'state', title: t('stateTitle'), cell: (mail) => <MailState state={mail.state} /> },
    {
      key: 'ticket',
      title: t('ticket'),
      wideOnly: true,
      cell: (mail) => mail.ticket && <a href={`/desk/tickets/${mail.ticket}`}>#{mail.ticket}</a>,
    },
    { key: 'at', title: t('inbound.at'), wideOnly: true, cell: (mail) => <Time at={mail.receivedAt} /> },
    { key: 'size', title: t('size'), wideOnly: true, figures: true, cell: (mail) => fileSize(mail.size) },
    {
      key: 'actions',
      title: t('actions'),
      width: 110,
      cell: (mail) => {
        const name = mail.subject || t('noSubject')
        return (
          <span className={classes.actions}>
            <ActionIcon
              component="a"
              href={`/api/v1/inbound-mail/${mail.id}/source`}
              target="_blank"
              rel="noreferrer"
              aria-label={t('inbound.source', { name })}
              title={t('inbound.source', { name })}
            >
              <IconFileDownload size={17} />
            </ActionIcon>
            {unsettled.includes(mail.state) && (
              <>
                <ActionIcon
                  aria-label={t('inbound.retry', { name })}
                  title={t('inbound.retry', { name })}
                  onClick={() => retry.mutate({ params: { id: mail.id } })}
                >
                  <IconRefresh size={17} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('inbound.discard', { name })}
                  title={t('inbound.discard', { name })}
                  onClick={() => void askToDiscard(mail)}
                >
                  <IconTrash size={17} />
                </ActionIcon>
              </>
            )}
          </span>
        )
      },
    },
  ]
  return (
    <ManageList
      label={t('inbound.list')}
      rows={list.data && rows}
      error={list.error}
      retry={() => void list.refetch()}
      columns={columns}
      keyOf={(mail) => mail.id}
      search={{ value: search, set: setSearch, placeholder: t('inbound.find') }}
      filters={
        <Select
          aria-label={t('stateTitle')}
          placeholder={t('everyState')}
          clearable
          clearButtonProps={{ 'aria-label': t('everyState') }}
          w={180}
          data={itemStates.map((one) => ({ value: one, label: t(`state.${one}`) }))}
          value={state}
          onChange={setState}
        />
      }
      empty={{
        icon: <IconInbox />,
        title: state ? t('noneInState') : t('inbound.none'),
        help: state ? t('noneInStateHelp') : t('inbound.noneHelp'),
      }}
      more={list.hasNextPage ? list.more : undefined}
    />
  )
}
