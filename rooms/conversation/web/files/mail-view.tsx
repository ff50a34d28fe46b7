import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { dateAndTime } from '../../../../web-kit/i18n/formats.ts'
import { AttachmentList } from '../../../../web-kit/ui/attachments.tsx'
import { MessageFrame } from '../../../../web-kit/ui/message-frame.tsx'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { getAttachedMail } from '../../contract/http.ts'
import classes from './file-viewer.module.css'
import type { ViewProps } from './view-props.ts'

const nameOf = ({ name, email }: { name: string; email: string }) => (name ? `${name} <${email}>` : email)

/** An e-mail that hangs on a message, as a letter. Its pictures from elsewhere are never loaded. */
export function MailView({ file, message }: ViewProps) {
  const { t } = useTranslation('files')
  const mail = useApi(
    getAttachedMail,
    { params: { number: message?.number ?? 0, id: message?.id ?? 0, file: file.id } },
    { enabled: message !== undefined },
  )
  if (mail.isPending) {
    return (
      <div className={classes.mail}>
        <TextSkeleton lines={10} />
      </div>
    )
  }
  if (mail.error) return <ErrorState error={mail.error} retry={() => void mail.refetch()} />
  const { from, to, cc, subject, date, html, text, files, cut } = mail.data
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={classes.mail} tabIndex={0} data-scrolls>
      <article className={classes.letter}>
        <h2>{subject || t('noSubject')}</h2>
        <dl>
          <dt>{t('from')}</dt>
          <dd>{from ? nameOf(from) : t('nobody')}</dd>
          {to.length > 0 && <dt>{t('to')}</dt>}
          {to.length > 0 && <dd>{to.map(nameOf).join(', ')}</dd>}
          {cc.length > 0 && <dt>{t('cc')}</dt>}
          {cc.length > 0 && <dd>{cc.map(nameOf).join(', ')}</dd>}
          {date && <dt>{t('date')}</dt>}
          {date && <dd>{dateAndTime(new Date(date))}</dd>}
        </dl>
        {cut && <p>{t('mailCut')}</p>}
        <MessageFrame html={html ?? text} title={subject} />
        {files.length > 0 && (
          <div className={classes.parts}>
            <AttachmentList files={files} />
          </div>
        )}
      </article>
    </div>
  )
}
