import { useElementSize } from '@mantine/hooks'
import { IconInbox } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../../web-kit/api/use-api.ts'
import { VirtualList } from '../../../web-kit/list/virtual-list.tsx'
import { EmptyState, ErrorState, RowsSkeleton } from '../../../web-kit/ui/states.tsx'
import { listTicketsEndpoint } from '../../ticket/contract/http.ts'
import { BulkBar } from './bulk-bar.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ListHead } from './list-head.tsx'
import { stretch } from './list-place.ts'
import { type ListState, meaningOf, withFilter } from './list-state.ts'
import classes from './ticket-list-panel.module.css'
import { TicketListRow } from './ticket-list-row.tsx'
import { useLate } from './use-late.ts'
import { useListKeys } from './use-list-keys.ts'
import { type Neighbours, useNeighbours } from './use-neighbours.ts'
import { useView } from './use-work-lists.ts'

export interface TicketListProps {
  state: ListState
  onState: (next: ListState) => void
  /** The ticket that is open beside the list. */
  openNumber: number | undefined
  /** Two lines a ticket, and no bars: the list stands beside a ticket. */
  narrow: boolean
  onOpen: (number: number) => void
  href: (number: number) => string
  onPrefetch?: (number: number) => void
  onNeighbours?: (neighbours: Neighbours) => void
}

// Two lines a ticket, where one would be cut short.
const twoLines = { belowWidth: 620, height: 62 }
const nearEnd = 5

/** A work list or view: its tickets, what it is narrowed to, and what can be done with many of them. */
export function TicketListPanel(props: TicketListProps) {
  const { state, onState, openNumber, narrow, onOpen, href, onPrefetch, onNeighbours } = props
  const { t } = useTranslation('desk')
  const { view, gone } = useView(state.view)
  const waits = state.view !== undefined && !view
  const meaning = meaningOf(state, view)
  const { filter, sort, columns } = meaning
  const list = usePages(
    listTicketsEndpoint,
    { query: { ...filter, sort } },
    { live: ['ticket:*'], enabled: !waits, keepPrevious: true },
  )
  // The rows of the list before stay for a blink, so that nothing flickers, but are not of the list that is named.
  const old = list.isPlaceholderData
  const late = useLate(old)
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const key = JSON.stringify([filter, sort])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was picked belongs to the list it was picked from
  useEffect(() => setPicked(new Set()), [key])
  const numbers = useMemo(() => list.items.map((one) => one.number), [list.items])
  const lastPicked = useRef<number>(undefined)
  const toggle = (number: number, upTo = false) => {
    if (old) return
    const from = upTo ? lastPicked.current : undefined
    lastPicked.current = number
    setPicked((before) => {
      if (from !== undefined && before.has(from)) return new Set([...before, ...stretch(numbers, from, number)])
      const after = new Set(before)
      if (!after.delete(number)) after.add(number)
      return after
    })
  }
  const at = useListKeys({
    numbers,
    list: key,
    open: openNumber,
    onOpen,
    onPick: (number) => toggle(number),
    onPrefetch,
  })

  const { ref, width } = useElementSize()
  const short = narrow || (width > 0 && width < twoLines.belowWidth)
  const openAt = openNumber === undefined ? -1 : numbers.indexOf(openNumber)
  const { previous, next, position } = useNeighbours(numbers, openNumber)
  useEffect(() => onNeighbours?.({ previous, next, position }), [onNeighbours, previous, next, position])
  const { more } = list
  useEffect(() => {
    if (openAt >= 0 && openAt >= numbers.length - nearEnd) more()
  }, [openAt, numbers.length, more])

  return (
    <section ref={ref} className={classes.panel} aria-label={t('list.label')}>
      {!narrow && (
        <header className={classes.head}>
          <ListHead state={state} view={view} meaning={meaning} onState={onState} />
          <FilterBar
            filter={filter}
            keyboard={openNumber === undefined}
            onFilter={(field, value) => onState(withFilter(state, view, field, value))}
          />
        </header>
      )}
      {gone ? (
        <EmptyState icon={<IconInbox />} title={t('view.gone')}>
          {t('view.goneHelp')}
        </EmptyState>
      ) : waits || list.isPending || late ? (
        <RowsSkeleton />
      ) : list.error && list.items.length === 0 ? (
        <ErrorState error={list.error} retry={list.refetch} />
      ) : list.items.length === 0 ? (
        <EmptyState icon={<IconInbox />} title={t('list.empty')}>
          {meaning.changed ? t('list.emptyFiltered') : t('list.emptyHelp')}
        </EmptyState>
      ) : (
        <VirtualList
          className={classes.list}
          label={t('list.label')}
          items={list.items}
          keyOf={(one) => one.number}
          more={more}
          loadingMore={list.isFetchingNextPage}
          active={openAt >= 0 ? openAt : at}
          {...(short ? { rowHeight: twoLines.height } : {})}
          row={(ticket, index) => (
            <TicketListRow
              ticket={ticket}
              short={short}
              pickable={!narrow}
              columns={columns}
              current={openAt < 0 && index === at}
              open={ticket.number === openNumber}
              picked={picked.has(ticket.number)}
              onPick={(upTo) => toggle(ticket.number, upTo)}
              onOpen={() => onOpen(ticket.number)}
              onPrefetch={() => onPrefetch?.(ticket.number)}
              href={href(ticket.number)}
            />
          )}
        />
      )}
      {!narrow && <BulkProgress />}
      {!narrow && picked.size > 0 && (
        <BulkBar
          numbers={[...picked]}
          tickets={list.items.filter((one) => picked.has(one.number))}
          filter={filter}
          complete={!list.hasNextPage && picked.size === numbers.length}
          onAll={() => setPicked(new Set(numbers))}
          onClear={() => setPicked(new Set())}
        />
      )}
    </section>
  )
}
