import { ActionIcon, Button } from '@mantine/core'
import { IconFileDownload, IconRefresh, IconShieldX, IconTrash } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { fileSize } from '../../../web-kit/i18n/formats.ts'
import type { Column } from '../../../web-kit/list/data-table.tsx'
import manage from '../../../web-kit/manage/manage.module.css'
import { Time } from '../../../web-kit/ui/time.tsx'
import { type InboundMail, unsettledStates } from '../contract/http.ts'
import classes from './mail-admin.module.css'
import { MailState } from './mail-state.tsx'
import { reasonWords } from './reason-words.ts'
import { selectColumn } from './select-column.tsx'

/** Whether a message can still be filed or set aside. */
export function isUnsettled(mail: InboundMail): boolean {
  return (unsettledStates as readonly string[]).includes(mail.state)
}

interface Doings {
  selected: ReadonlySet<number>
  select: (ids: ReadonlySet<number>) => void
  file: (mail: InboundMail) => void
  discard: (mail: InboundMail) => void
  /** Shows all that belong to the same storm; undefined where they are what is shown. */
  storm: ((mail: InboundMail) => void) | undefined
}

export function inboundColumns(t: TFunction<'intake'>, doings: Doings): Column<InboundMail>[] {
  const nameOf = (mail: InboundMail) => mail.subject || t('noSubject')
  return [
    selectColumn(t, { can: isUnsettled, selected: doings.selected, select: doings.select }),
    { key: 'subject', title: t('subject'), cell: (mail) => <Subject mail={mail} t={t} onStorm={doings.storm} /> },
    { key: 'state', title: t('stateTitle'), wideOnly: true, cell: (mail) => <MailState state={mail.state} /> },
    {
      key: 'ticket',
      title: t('ticket'),
      wideOnly: true,
      cell: (mail) =>
        mail.ticket && (
          <a className={manage.link} href={`/desk/tickets/${mail.ticket}`}>
            #{mail.ticket}
          </a>
        ),
    },
    {
      key: 'at',
      title: t('inbound.at'),
      wideOnly: true,
      cell: (mail) => <Time at={mail.receivedAt} className={classes.figure} />,
    },
    {
      key: 'size',
      title: t('size'),
      wideOnly: true,
      figures: true,
      cell: (mail) => <span className={classes.figure}>{fileSize(mail.size)}</span>,
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 110,
      cell: (mail) => (
        <span className={classes.actions}>
          <ActionIcon
            component="a"
            href={`/api/v1/inbound-mail/${mail.id}/source`}
            target="_blank"
            rel="noreferrer"
            aria-label={t('inbound.source', { name: nameOf(mail) })}
            title={t('inbound.source', { name: nameOf(mail) })}
          >
            <IconFileDownload size={17} />
          </ActionIcon>
          {isUnsettled(mail) && (
            <>
              <ActionIcon
                aria-label={t('inbound.retry', { name: nameOf(mail) })}
                title={t('inbound.retry', { name: nameOf(mail) })}
                onClick={() => doings.file(mail)}
              >
                <IconRefresh size={17} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('inbound.discard', { name: nameOf(mail) })}
                title={t('inbound.discard', { name: nameOf(mail) })}
                onClick={() => doings.discard(mail)}
              >
                <IconTrash size={17} />
              </ActionIcon>
            </>
          )}
        </span>
      ),
    },
  ]
}

interface SubjectProps {
  mail: InboundMail
  t: TFunction<'intake'>
  onStorm: ((mail: InboundMail) => void) | undefined
}

function Subject({ mail, t, onStorm }: SubjectProps) {
  return (
    <>
      <span className={classes.subject}>{mail.subject || t('noSubject')}</span>
      <div className={classes.small}>{mail.from}</div>
      <div className={classes.narrow}>
        <MailState state={mail.state} />
        {mail.ticket && <a href={`/desk/tickets/${mail.ticket}`}>#{mail.ticket}</a>}
        <Time at={mail.receivedAt} quiet />
      </div>
      {mail.authentication?.verdict === 'fail' && (
        <div className={classes.forged}>
          <IconShieldX size={15} aria-hidden />
          {t('inbound.forged')}
        </div>
      )}
      {mail.reason && <div className={classes.small}>{reasonWords(t, mail.reason)}</div>}
      {onStorm && mail.storm !== null && mail.state === 'held' && (
        <Button variant="subtle" size="compact-xs" ml={-8} onClick={() => onStorm(mail)}>
          {t('inbound.sameStorm')}
        </Button>
      )}
      {mail.problems.map((problem) => (
        <div key={problem} className={classes.small}>
          {reasonWords(t, problem)}
        </div>
      ))}
    </>
  )
}
