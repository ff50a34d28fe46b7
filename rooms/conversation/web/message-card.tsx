import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconLock, IconMailCode, IconRobot } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AttachmentList } from '../../../web-kit/ui/attachments.tsx'
import { MessageFrame } from '../../../web-kit/ui/message-frame.tsx'
import { PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { DeliveryState } from './delivery-state.tsx'
import classes from './message-card.module.css'
import type { Message } from './use-thread.ts'

export type MessageRole = 'automatic' | 'requester' | 'reply' | 'reporter' | 'other'

interface Props {
  message: Message
  number: number
  role: MessageRole
  onTakeBack: ((id: number) => void) | undefined
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
export function MessageCard({ message, number, role, onTakeBack }: Props) {
  const { t } = useTranslation('conversation')
  const [quoted, setQuoted] = useState(false)
  const undoable = useUntil(message.undoUntil)
  const note = message.kind === 'note'
  const files = message.attachments.filter((file) => !file.inline)
  return (
    <article
      className={classes.card}
      data-kind={message.kind}
      data-direction={message.direction}
      data-pending={message.id < 0 || undefined}
      aria-label={t(note ? 'noteBy' : 'replyBy', { name: message.author.name })}
    >
      <header className={classes.head}>
        <PersonAvatar name={message.author.name} size={24} />
        <span className={classes.author}>{message.author.name}</span>
        {note ? (
          <span className={classes.note}>
            <IconLock size={13} aria-hidden /> {t('note')}
          </span>
        ) : (
          <span className={classes.role}>
            {role === 'automatic' && <IconRobot size={14} aria-hidden />} {t(role)}
          </span>
        )}
        <span className={classes.end}>
          {undoable && onTakeBack && (
            <Button size="compact-xs" variant="light" onClick={() => onTakeBack(message.id)}>
              {t('kit:undo')}
            </Button>
          )}
          <DeliveryState delivery={message.delivery} />
          <Time at={message.sentAt} className={classes.time} />
          {message.hasSource && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="sm" aria-label={t('moreOf', { name: message.author.name })}>
                  <IconDots size={15} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconMailCode size={16} stroke={1.75} />}
                  component="a"
                  href={`/api/v1/tickets/${number}/messages/${message.id}/source`}
                  download={`message-${message.id}.eml`}
                >
                  {t('source')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      </header>
      <div className={classes.body}>
        <MessageFrame html={message.html} title={t(note ? 'noteBy' : 'replyBy', { name: message.author.name })} />
        {(message.quotedHtml || message.quotedText) && (
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
                  <MessageFrame html={message.quotedHtml} title={t('quoted')} />
                ) : (
                  <pre className={classes.plain}>{message.quotedText}</pre>
                )}
              </div>
            )}
          </>
        )}
        {files.length > 0 && (
          <div className={classes.files}>
            <AttachmentList files={files} />
          </div>
        )}
        {message.delivery.state === 'failed' && message.delivery.error && (
          <p className={classes.failed}>{t('deliveryFailed', { why: message.delivery.error })}</p>
        )}
      </div>
    </article>
  )
}
