import { Button } from '@mantine/core'
import { IconInbox, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../../web-kit/api/use-api.ts'
import { ManageList } from '../../../web-kit/list/manage-list.tsx'
import { useAsked } from '../../../web-kit/manage/use-asked.ts'
import { type InboundMail, listInboundMail, type Selection, unsettledStates } from '../contract/http.ts'
import { InboundBulkBar } from './inbound-bulk-bar.tsx'
import { inboundColumns, isUnsettled } from './inbound-columns.tsx'
import { InboundStates } from './inbound-states.tsx'
import { useSettleInbound } from './use-settle-inbound.ts'
import './strings.ts'

type Unsettled = (typeof unsettledStates)[number]

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
  const columns = inboundColumns(t, {
    selected,
    toggle: (id) => {
      const next = new Set(selected)
      if (!next.delete(id)) next.add(id)
      select(next)
    },
    file: (mail) => void settle.file({ ids: [mail.id] }),
    discard: (mail) => void settle.discard({ ids: [mail.id] }, 1),
    storm: storm === null ? (mail) => show('held', mail.storm) : undefined,
  })
  return (
    <>
      <InboundStates value={state} set={(next) => show(next)} />
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
      <InboundBulkBar
        rows={list.items.filter(isUnsettled)}
        selected={selected}
        select={select}
        matching={matching}
        every={every}
        setEvery={setEvery}
        settle={settle}
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
