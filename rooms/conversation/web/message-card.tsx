import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconLock, IconPaperclip, IconRobot } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { DeliveryFailed } from './delivery-failed.tsx'
import { DeliveryState } from './delivery-state.tsx'
import { MessageBody } from './message/message-body.tsx'
import classes from './message-card.module.css'
import { MessageMenu } from './message-menu.tsx'
import { RecipientsLine } from './recipients-line.tsx'
import { TrustStrip } from './trust-strip.tsx'
import type { Message } from './use-thread.ts'

export type MessageRole = 'automatic' | 'requester' | 'reply' | 'reporter' | 'other'

interface Props {
  message: Message
  number: number
  role: MessageRole
  /** One line until somebody wants to read it. */
  folded: boolean
  /** Somebody followed a link to it. */
  marked: boolean
  ticketHref: (number: number) => string
  onTakeBack: ((id: number) => void) | undefined
  onSplit?: ((number: number) => void) | undefined
}

/** True until the given moment has passed. */
function useUntil(at: string | null): boolean {
  const [now, setNow] = useState(Date.now)
  const left = at ? new Date(at).getTime() - now : 0
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setNow(Date.now()), left + 50)
    return () => clearTimeout(timer)
  }, [left])
  return left > 0
}

/** One reply or note. Notes have another ground, a lock and their name, so that nobody takes one for the other. */
export function MessageCard(props: Props) {
  const { message, number, role, folded: initially, marked, ticketHref, onTakeBack, onSplit } = props
  const { t } = useTranslation('conversation')
  const [folded, setFolded] = useState(initially && !marked)
  useEffect(() => {
    if (marked) setFolded(false)
  }, [marked])
  const undoable = useUntil(message.undoUntil)
  const note = message.kind === 'note'
  const { name } = message.author
  const label = t(note ? 'noteBy' : 'replyBy', { name })
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    event.preventDefault()
    setFolded(!folded)
  }
  return (
    <article
      id={`m${message.id}`}
      className={classes.card}
      data-kind={note ? 'note' : message.kind}
      data-direction={message.direction}
      data-pending={message.id < 0 || undefined}
      data-folded={folded || undefined}
      data-marked={marked || undefined}
      tabIndex={-1}
      onKeyDown={pressed}
      aria-label={label}
    >
      <header className={classes.head}>
        <PersonAvatar name={name} size={24} />
        <span className={classes.author} title={message.author.email ?? undefined}>
          {name}
        </span>
        {note ? (
          <span className={classes.note}>
            <IconLock size={13} aria-hidden /> {t('note')}
          </span>
        ) : (
          !folded && (
            <span className={classes.role}>
              {role === 'automatic' && <IconRobot size={14} aria-hidden />} {t(role)}
            </span>
          )
        )}
        {folded && (
          <UnstyledButton
            className={classes.snippet}
            onClick={() => setFolded(false)}
            aria-expanded={false}
            title={t('unfold', { name })}
          >
            {message.text.replace(/\s+/g, ' ').slice(0, 160) || t('noText')}
          </UnstyledButton>
        )}
        <span className={classes.end}>
          {undoable && onTakeBack && (
            <Button size="compact-xs" variant="light" onClick={() => onTakeBack(message.id)}>
              {t('kit:undo')}
            </Button>
          )}
          {folded && message.attachments.length > 0 && <IconPaperclip size={14} aria-hidden />}
          {(!folded || message.delivery.state === 'failed') && (
            <DeliveryState delivery={message.delivery} recipients={message.recipients} />
          )}
          <Time at={message.sentAt} className={classes.time} />
          {initially && !folded && (
            <UnstyledButton
              className={classes.refold}
              onClick={() => setFolded(true)}
              aria-expanded
              aria-label={t('fold', { name })}
            >
              <IconChevronDown size={15} aria-hidden />
            </UnstyledButton>
          )}
          <MessageMenu message={message} number={number} onSplit={onSplit} />
        </span>
      </header>
      {!folded && (
        <div className={classes.body}>
          {message.recipients && <RecipientsLine recipients={message.recipients} />}
          <TrustStrip message={message} />
          <MessageBody message={message} number={number} title={label} ticketHref={ticketHref} />
          {(message.delivery.state === 'failed' || message.delivery.state === 'uncertain') && (
            <DeliveryFailed message={message} />
          )}
        </div>
      )}
    </article>
  )
}
