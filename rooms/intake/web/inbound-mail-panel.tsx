import { Button } from '@mantine/core'
import { IconCornerDownRight, IconInbox, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, usePages } from '../../../web-kit/api/use-api.ts'
import { ManageList } from '../../../web-kit/list/manage-list.tsx'
import { useAsked } from '../../../web-kit/manage/use-asked.ts'
import {
  countInboundMail,
  type InboundMail,
  listInboundMail,
  type Selection,
  unsettledStates,
} from '../contract/http.ts'
import { inboundColumns, isUnsettled } from './inbound-columns.tsx'
import { MailBulkBar } from './mail-bulk-bar.tsx'
import { MailStates } from './mail-states.tsx'
import { useSettleInbound } from './use-settle-inbound.ts'
import './strings.ts'

type Unsettled = (typeof unsettledStates)[number]

const order = ['held', 'failed', 'ignored', 'duplicate', 'received', 'filed', 'discarded'] as const
const nobody: ReadonlySet<number> = new Set()

/** Every message that came in, what became of it, and a way on for those that stuck: one by one, or all that match. */
export function InboundMailPanel() {
  const { t } = useTranslation('intake')
  const [state, setState] = useState<InboundMail['state'] | null>(null)
  const [storm, setStorm] = useState<number | null>(null)
  const [selected, setSelected] = useState(nobody)
  const [every, setEvery] = useState(false)
  const { search, query: words } = useAsked()
  const query = { ...words, ...(state ? { state } : {}), ...(storm === null ? {} : { storm }) }
  const list = usePages(listInboundMail, { query }, { keepPrevious: true, live: ['intake_item:*'] })
  const counts = useApi(countInboundMail, {}, { live: ['intake_item:*'] }).data
  const select = (ids: ReadonlySet<number>) => {
    setEvery(false)
    setSelected(ids)
  }
  const settle = useSettleInbound(() => select(nobody))
  const show = (next: InboundMail['state'] | null, ofStorm: number | null = null) => {
    setState(next)
    setStorm(ofStorm)
    select(nobody)
  }
  const matching: Selection['matching'] | null =
    state && (unsettledStates as readonly string[]).includes(state)
      ? { state: state as Unsettled, ...words, ...(storm === null ? {} : { storm }) }
      : null
  const selection: Selection = every && matching ? { matching } : { ids: [...selected] }
  const columns = inboundColumns(t, {
    selected,
    select,
    file: (mail) => void settle.file({ ids: [mail.id] }),
    discard: (mail) => void settle.discard({ ids: [mail.id] }, 1),
    storm: storm === null ? (mail) => show('held', mail.storm) : undefined,
  })
  return (
    <>
      <MailStates order={order} counts={counts} waits={['held', 'failed']} value={state} set={(next) => show(next)} />
      {storm !== null && (
        <Button
          size="compact-sm"
          variant="light"
          mb={10}
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={t('inbound.leaveStorm')}
          onClick={() => show('held')}
        >
          {t('inbound.oneStorm')}
        </Button>
      )}
      <MailBulkBar
        ids={list.items.filter(isUnsettled).map((mail) => mail.id)}
        selected={selected}
        select={select}
        every={matching ? { are: every, set: setEvery } : undefined}
        busy={settle.busy}
        again={{
          label: t(state === 'held' ? 'inbound.release' : 'inbound.fileThem'),
          icon: <IconCornerDownRight size={15} aria-hidden />,
          run: () => void settle.file(selection),
        }}
        onDiscard={() => void settle.discard(selection, every && matching ? null : selected.size)}
      />
      <ManageList
        label={t('inbound.list')}
        rows={list.data && list.items}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(mail) => mail.id}
        search={{ ...search, placeholder: t('inbound.find') }}
        empty={{
          icon: <IconInbox />,
          title: state ? t('noneInState') : t('inbound.none'),
          help: state ? t('noneInStateHelp') : t('inbound.noneHelp'),
        }}
        more={list.hasNextPage ? list.more : undefined}
      />
    </>
  )
}
