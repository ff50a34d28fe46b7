import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { AttachmentList } from '../../../../web-kit/ui/attachments.tsx'
import { MessageFrame } from '../../../../web-kit/ui/message-frame.tsx'
import { PersonAvatar } from '../../../../web-kit/ui/person-avatar.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import type { Message } from '../../contract/http.ts'
import classes from './public-thread.module.css'

type MessageData = Static<typeof Message>

/** One public message: who, when, the words, pictures to look at and files to save. */
export function PublicMessage({ message, own }: { message: MessageData; own: boolean }) {
  const { t } = useTranslation('public-thread')
  const { author, attachments } = message
  const files = attachments.filter((file) => !file.inline)
  const pictures = files.filter((file) => /^image\/(png|jpeg|gif|webp)$/.test(file.type))
  return (
    <article
      className={classes.message}
      data-own={own || undefined}
      data-desk={message.direction === 'out' || undefined}
    >
      <header className={classes.head}>
        <PersonAvatar name={author.name} size={34} />
        <span className={classes.who}>
          <strong>{own ? t('you') : author.name}</strong>
          <Time at={message.sentAt} className={classes.when} />
        </span>
      </header>
      <div className={classes.body}>
        {message.html ? (
          <MessageFrame html={message.html} title={t('frame', { name: author.name })} />
        ) : (
          <p className={classes.text}>{message.text}</p>
        )}
        {message.quotedText && (
          <details className={classes.quoted}>
            <summary>{t('quoted')}</summary>
            <p className={classes.text}>{message.quotedText}</p>
          </details>
        )}
        {pictures.length > 0 && (
          <ul className={classes.pictures}>
            {pictures.map((file) => (
              <li key={file.id}>
                <a href={`${file.url}?show=true`} target="_blank" rel="noreferrer">
                  <img src={`${file.url}?show=true`} alt={file.name} loading="lazy" />
                </a>
              </li>
            ))}
          </ul>
        )}
        <AttachmentList files={files.filter((file) => !pictures.includes(file))} />
      </div>
    </article>
  )
}
