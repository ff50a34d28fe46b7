import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../../../web-kit/api/use-api.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { listMessages } from '../../contract/http.ts'
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
  const query = { params: { number }, query: { limit: 100 } }
  const thread = usePages(listMessages, query, { live: [`ticket:${number}`] })
  const messages = thread.items.filter((message) => message.kind === 'reply')
  const announcement = useAnnouncement(messages, viewerId)
  if (thread.isPending) return <TextSkeleton lines={6} />
  if (thread.error && messages.length === 0) return <ErrorState error={thread.error} retry={thread.refetch} />
  return (
    <section aria-label={t('label')}>
      <ol className={classes.thread}>
        {messages.map((message) => (
          <li key={message.id}>
            <PublicMessage message={message} own={message.author.id === viewerId} />
          </li>
        ))}
      </ol>
      {thread.hasNextPage && (
        <Button variant="default" onClick={thread.more} loading={thread.isFetchingNextPage} mt="md">
          {t('more')}
        </Button>
      )}
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
