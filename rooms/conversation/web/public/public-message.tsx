import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../../../web-kit/ui/person-avatar.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { MessageBody } from '../message/message-body.tsx'
import type { Message } from '../use-thread.ts'
import classes from './public-thread.module.css'

interface Props {
  message: Message
  number: number
  own: boolean
  /** Somebody followed a link to it. */
  marked: boolean
}

const inPortal = (number: number) => `/tickets/${number}`

/** One public message: who, when, the words, pictures to look at and files to open or save. */
export function PublicMessage({ message, number, own, marked }: Props) {
  const { t } = useTranslation('public-thread')
  const { author } = message
  return (
    <article
      id={`m${message.id}`}
      tabIndex={-1}
      className={classes.message}
      data-own={own || undefined}
      data-desk={message.direction === 'out' || undefined}
      data-marked={marked || undefined}
    >
      <header className={classes.head}>
        <PersonAvatar name={author.name} size={34} />
        <span className={classes.who}>
          <strong>{own ? t('you') : author.name}</strong>
          <Time at={message.sentAt} className={classes.when} />
        </span>
      </header>
      <MessageBody message={message} number={number} title={t('frame', { name: author.name })} ticketHref={inPortal} />
    </article>
  )
}
