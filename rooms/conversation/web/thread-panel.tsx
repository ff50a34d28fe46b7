import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { MessageCard, type MessageRole } from './message-card.tsx'
import classes from './thread-panel.module.css'
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
  /** What else happened, shown small between the messages. */
  between?: readonly Between[]
  onTakeBack?: (id: number) => void
}

function roleOf(message: Message, requesterId: number, reporterId: number): MessageRole {
  if (message.automatic) return 'automatic'
  if (message.author.id === requesterId) return 'requester'
  if (message.direction === 'out') return 'reply'
  return message.author.id === reporterId ? 'reporter' : 'other'
}

/** The conversation on a ticket: replies, notes, and between them what changed. */
export function ThreadPanel({ number, requesterId, reporterId, between = [], onTakeBack }: Props) {
  const { t } = useTranslation('conversation')
  const thread = useThread(number)
  const known = useRef<number>(undefined)
  const last = thread.items.at(-1)
  const announced = last && known.current !== undefined && last.id > known.current ? last : undefined
  useEffect(() => {
    if (last && last.id > 0) known.current = last.id
  }, [last])

  if (thread.isPending) return <TextSkeleton lines={6} />
  if (thread.error) return <ErrorState error={thread.error} retry={() => void thread.refetch()} />
  const lines = [
    ...thread.items.map((message) => ({ key: `m${message.id}`, at: message.sentAt, message, content: null })),
    ...between.map((one) => ({ key: `b${one.id}`, at: one.at, message: null, content: one.content })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  return (
    <div>
      <ol className={classes.thread} aria-label={t('thread')}>
        {lines.map(({ key, message, content }) => (
          <li key={key} className={message ? classes.message : classes.between}>
            {message ? (
              <MessageCard
                message={message}
                number={number}
                role={roleOf(message, requesterId, reporterId)}
                onTakeBack={onTakeBack}
              />
            ) : (
              content
            )}
          </li>
        ))}
      </ol>
      {thread.hasNextPage && (
        <Button variant="default" onClick={thread.more} loading={thread.isFetchingNextPage}>
          {t('newer')}
        </Button>
      )}
      <div role="status" className={classes.announced}>
        {announced && announced.direction === 'in' ? t('announced', { name: announced.author.name }) : ''}
      </div>
    </div>
  )
}
