import { Button } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { MessageFrame, type RemotePictures } from '../../../../web-kit/ui/message-frame.tsx'
import { getMessage, getMessagePicture } from '../../contract/http.ts'
import { EventCard } from '../event-card.tsx'
import { FileStrip } from '../files/file-strip.tsx'
import type { Message } from '../use-thread.ts'
import { looseFiles } from './loose-files.ts'
import classes from './message-body.module.css'
import './strings.ts'
import { usePictureSenders } from './use-picture-senders.ts'

/** About sixty lines. */
const FOLD_PX = 1300

interface Props {
  message: Message
  /** The ticket it is read on. */
  number: number
  title: string
  ticketHref: (number: number) => string
}

/** What a message says: the words, what was quoted folded away, and its files. */
export function MessageBody({ message: given, number, title, ticketHref }: Props) {
  const { t } = useTranslation('message')
  const [wanted, setWanted] = useState(false)
  const whole = useApi(getMessage, { params: { number, id: given.id } }, { enabled: wanted })
  const message = whole.data ?? given
  const [quoted, setQuoted] = useState(false)
  const pictures = usePictures(message, number)
  const [shown, setShown] = useState<number>()
  const loose = useMemo(
    () => looseFiles(message.attachments, message.html, message.quotedHtml),
    [message.attachments, message.html, message.quotedHtml],
  )
  const hasQuoted = Boolean(message.quotedHtml || message.quotedText)
  return (
    <>
      <MessageFrame
        html={message.html}
        title={title}
        pictures={pictures}
        ticketHref={ticketHref}
        foldAt={FOLD_PX}
        onPicture={setShown}
      />
      {message.cut && !whole.data && (
        <div className={classes.cut}>
          <span>{t('cut')}</span>
          <Button size="compact-xs" variant="default" loading={whole.isFetching} onClick={() => setWanted(true)}>
            {t('whole')}
          </Button>
        </div>
      )}
      {hasQuoted && (
        <>
          <button
            type="button"
            className={classes.fold}
            aria-expanded={quoted}
            aria-label={t(quoted ? 'hideQuoted' : 'showQuoted')}
            title={t(quoted ? 'hideQuoted' : 'showQuoted')}
            onClick={() => setQuoted(!quoted)}
          >
            <IconDots size={14} aria-hidden />
          </button>
          {quoted && (
            <div className={classes.quoted}>
              {message.quotedHtml ? (
                <MessageFrame
                  html={message.quotedHtml}
                  title={t('quoted')}
                  pictures={pictures}
                  ticketHref={ticketHref}
                  foldAt={FOLD_PX}
                  onPicture={setShown}
                />
              ) : (
                <pre className={classes.plain}>{message.quotedText}</pre>
              )}
            </div>
          )}
        </>
      )}
      {message.events.map((event, index) => (
        <EventCard key={event.uid ?? index} event={event} />
      ))}
      <FileStrip
        loose={loose}
        files={message.attachments}
        message={{ number, id: message.id }}
        shown={shown}
        onShow={setShown}
      />
    </>
  )
}

function usePictures(message: Message, number: number): RemotePictures | undefined {
  const { t } = useTranslation('message')
  const { author, id, pictures } = message
  const { allow } = usePictureSenders(author)
  // The frame is built anew when this changes.
  const address = useCallback(
    (url: string) => urlOf(getMessagePicture, { params: { number, id }, query: { url } }),
    [number, id],
  )
  if (pictures === 'none' || id < 0) return undefined
  return {
    address,
    always: pictures === 'allowed',
    off: pictures === 'off',
    more: author.id !== null && (
      <Button size="compact-xs" variant="subtle" onClick={allow}>
        {t('always', { name: author.name })}
      </Button>
    ),
  }
}
