import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longDay } from '../../../../web-kit/i18n/formats.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { arrange } from '../thread-lines.ts'
import { useAimed } from '../use-aimed.ts'
import { useSeen } from '../use-seen.ts'
import { useThread } from '../use-thread.ts'
import { PublicMessage } from './public-message.tsx'
import classes from './public-thread.module.css'
import './strings.ts'

interface Props {
  number: number
  /** Whose messages are shown as one's own. */
  viewerId: number
}

/** The public side of the conversation on a ticket, oldest first; what arrives is shown and read out at once. */
export function PublicThread({ number, viewerId }: Props) {
  const { t } = useTranslation('public-thread')
  const thread = useThread(number)
  const messages = thread.items.filter((message) => message.kind === 'reply')
  const announcement = useAnnouncement(messages, viewerId)
  const seen = useSeen(number, messages.at(-1)?.id)
  const aimed = useAimed(thread)
  if (thread.isPending) return <TextSkeleton lines={6} />
  if (thread.error && messages.length === 0)
    return <ErrorState error={thread.error} retry={() => void thread.refetch()} />
  const lines = arrange({ messages, between: [], gap: thread.between, opening: thread.opening, seen, viewerId })
  return (
    <section aria-label={t('label')}>
      <ol className={classes.thread}>
        {lines.map((line) => {
          if (line.kind === 'message') {
            const { message } = line
            return (
              <li key={line.key}>
                <PublicMessage
                  message={message}
                  number={number}
                  own={message.author.id === viewerId}
                  marked={message.id === aimed}
                />
              </li>
            )
          }
          if (line.kind === 'earlier')
            return (
              <li key={line.key} className={classes.earlier}>
                <Button variant="default" onClick={thread.earlier} loading={thread.isFetchingEarlier}>
                  {t('earlier', { count: line.count })}
                </Button>
              </li>
            )
          if (line.kind === 'day')
            return (
              <li key={line.key} className={classes.day}>
                <time dateTime={line.at}>{longDay(new Date(line.at))}</time>
              </li>
            )
          return line.kind === 'new' ? (
            <li key={line.key} className={classes.new}>
              <span>{t('newLine')}</span>
            </li>
          ) : null
        })}
      </ol>
      <p role="status" className={classes.announcement}>
        {announcement}
      </p>
    </section>
  )
}

/** Words for a message of somebody else that arrived while one is looking. */
function useAnnouncement(
  messages: ReadonlyArray<{ id: number; author: { id: number | null; name: string } }>,
  viewerId: number,
) {
  const { t } = useTranslation('public-thread')
  const [words, setWords] = useState('')
  const newest = useRef<number>(undefined)
  const last = messages.at(-1)
  useEffect(() => {
    if (!last) return
    if (newest.current !== undefined && last.id > newest.current && last.author.id !== viewerId)
      setWords(t('arrived', { name: last.author.name }))
    newest.current = last.id
  }, [last, viewerId, t])
  return words
}
