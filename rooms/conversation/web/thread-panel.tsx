import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import type { ReactNode, RefObject } from 'react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { longDay } from '../../../web-kit/i18n/formats.ts'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'
import { ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { AllFiles } from './files/all-files.tsx'
import { MessageCard } from './message-card.tsx'
import { roleOf } from './role-of.ts'
import { arrange } from './thread-lines.ts'
import classes from './thread-panel.module.css'
import { useAimed } from './use-aimed.ts'
import { useEndInView } from './use-end-in-view.ts'
import { useSeen } from './use-seen.ts'
import { type Message, useThread } from './use-thread.ts'

/** Something that happened between messages. */
export interface Between {
  id: number
  at: string
  content: ReactNode
}

interface Props {
  number: number
  requesterId: number
  /** Who reported it for the requester. */
  reporterId: number
  /** Whose own messages are never new to them. */
  viewerId?: number | undefined
  /** What else happened, shown small between the messages. */
  between?: readonly Between[]
  /** What stands here while nobody has written anything. */
  empty?: ReactNode
  ticketHref?: (number: number) => string
  onTakeBack?: (id: number) => void
  /** A message may become a ticket of its own; called with its number. */
  onSplit?: ((number: number) => void) | undefined
}

const onDesk = (number: number) => `/desk/tickets/${number}`

/** The conversation on a ticket: replies, notes, and between them what changed. */
export function ThreadPanel({
  number,
  requesterId,
  reporterId,
  viewerId,
  between = [],
  empty,
  ticketHref = onDesk,
  onTakeBack,
  onSplit,
}: Props) {
  const { t } = useTranslation('conversation')
  const thread = useThread(number)
  const list = useRef<HTMLOListElement>(null)
  const last = thread.items.at(-1)
  const announced = useAnnounced(last)
  const seen = useSeen(number, thread.items.findLast((message) => message.id > 0)?.id)
  const aimed = useAimed(thread)
  const end = useEndInView()
  useOwnInView(list, last)
  const step = (by: 1 | -1) => moveFocus(list.current, by)
  useShortcut('shift+j', () => step(1), { label: t('nextMessage'), group: t('thread') })
  useShortcut('shift+k', () => step(-1), { label: t('previousMessage'), group: t('thread') })

  if (thread.isPending) return <TextSkeleton lines={6} />
  if (thread.error && thread.items.length === 0)
    return <ErrorState error={thread.error} retry={() => void thread.refetch()} />
  const lines = arrange({
    messages: thread.items,
    between,
    gap: thread.between,
    opening: thread.opening,
    seen,
    viewerId,
  })
  const from = lines.findIndex((line) => line.kind === 'new')
  const fresh = from < 0 ? 0 : lines.slice(from).filter((line) => line.kind === 'message').length
  return (
    <div className={classes.panel}>
      <AllFiles number={number} messages={thread.items} />
      {thread.items.length === 0 && empty}
      <ol className={classes.thread} aria-label={t('thread')} ref={list}>
        {lines.map((line) => {
          if (line.kind === 'day')
            return (
              <li key={line.key} className={classes.day}>
                <time dateTime={line.at}>{longDay(new Date(line.at))}</time>
              </li>
            )
          if (line.kind === 'new')
            return (
              <li key={line.key} className={classes.new} id="new-messages">
                <span>{t('newLine')}</span>
              </li>
            )
          if (line.kind === 'earlier')
            return (
              <li key={line.key} className={classes.earlier}>
                <Button variant="default" size="compact-sm" onClick={thread.earlier} loading={thread.isFetchingEarlier}>
                  {t('earlier', { count: line.count })}
                </Button>
              </li>
            )
          if (line.kind === 'between')
            return (
              <li key={line.key} className={classes.between}>
                {line.between.content}
              </li>
            )
          return (
            <li key={line.key}>
              <MessageCard
                message={line.message}
                number={number}
                role={roleOf(line.message, requesterId, reporterId)}
                folded={line.folded}
                marked={line.message.id === aimed}
                ticketHref={ticketHref}
                onTakeBack={onTakeBack}
                onSplit={onSplit}
              />
            </li>
          )
        })}
      </ol>
      <div ref={end.ref} className={classes.end} />
      {end.far && thread.items.length > 1 && (
        <div className={classes.jump}>
          <Button
            size="compact-sm"
            variant="default"
            radius="xl"
            rightSection={<IconArrowDown size={14} aria-hidden />}
            onClick={() => toNewest(list.current)}
          >
            {fresh > 0 ? t('toNew', { count: fresh }) : t('toNewest')}
          </Button>
        </div>
      )}
      <div role="status" className={classes.announced}>
        {announced ? t('announced', { name: announced.author.name }) : ''}
      </div>
    </div>
  )
}

/** What one just sent is seen where it went, however far up one was reading. */
function useOwnInView(list: RefObject<HTMLElement | null>, last: Message | undefined) {
  const own = last !== undefined && last.id < 0 ? last.id : undefined
  useEffect(() => {
    if (own === undefined) return
    // The composer is smaller again by then.
    const frame = requestAnimationFrame(() => cards(list.current).at(-1)?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [own, list])
}

/** A message that arrived while one is looking. */
function useAnnounced(last: Message | undefined): Message | undefined {
  const known = useRef<number>(undefined)
  const isNew = last && known.current !== undefined && last.id > known.current && last.direction === 'in'
  useEffect(() => {
    if (last && last.id > 0) known.current = last.id
  }, [last])
  return isNew ? last : undefined
}

const cards = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('article') ?? [])]

function moveFocus(list: HTMLElement | null, by: 1 | -1) {
  const all = cards(list)
  const at = all.findIndex((card) => card.contains(document.activeElement))
  const to = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by]
  to?.focus({ preventScroll: true })
  to?.scrollIntoView({ block: 'nearest' })
}

function toNewest(list: HTMLElement | null) {
  const mark = list?.querySelector('#new-messages')
  if (mark) return mark.scrollIntoView({ block: 'start' })
  const card = cards(list).at(-1)
  card?.scrollIntoView({ block: 'start' })
  card?.focus({ preventScroll: true })
}
