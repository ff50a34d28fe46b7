import { Anchor } from '@mantine/core'
import { IconApi, IconMailDown, IconSend, IconServer, IconTerminal2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { listMailDoors, type MailDoor } from '../../contract/doors.ts'
import { DoorState } from './door-state.tsx'
import classes from './receiving.module.css'
import './strings.ts'

const icons = { smtp: IconServer, imap: IconMailDown, http: IconApi, pipe: IconTerminal2, outgoing: IconSend }
/** Somebody who mends something wants to see it work without reloading. */
const REREAD_MS = 10_000

/** Every way of mail into and out of the desk, and how it is. */
export function MailDoorsPanel() {
  const { t } = useTranslation('receiving')
  const doors = useApi(listMailDoors, {}, { everyMs: REREAD_MS })
  if (doors.error && !doors.data) return <ErrorState error={doors.error} retry={() => void doors.refetch()} />
  if (!doors.data) return <RowsSkeleton rows={5} height="72px" />
  return (
    <ul className={classes.doors} aria-label={t('doors')}>
      {doors.data.items.map((door) => (
        <Door key={door.name} door={door} />
      ))}
    </ul>
  )
}

function Door({ door }: { door: MailDoor }) {
  const { t } = useTranslation('receiving')
  const Icon = icons[door.kind]
  const title = door.mailbox?.address ?? t(`kind.${door.kind}`)
  return (
    <li className={classes.door}>
      <Icon size={20} aria-hidden />
      <h2 className={classes.name}>
        {door.mailbox ? <Anchor href={`/desk/admin/mailboxes?edit=${door.mailbox.id}`}>{title}</Anchor> : title}
      </h2>
      <DoorState state={door.state} kind={door.kind} />
      <p className={classes.facts}>
        <span>{door.place ?? t(`about.${door.kind}`)}</span>
        {door.tls !== null && door.state !== 'off' && <span>{t(door.tls ? 'encrypted' : 'notEncrypted')}</span>}
        <span>
          {door.lastMessageAt ? (
            <>
              {t(door.kind === 'outgoing' ? 'lastSent' : 'lastMessage')} <Time at={door.lastMessageAt} />
            </>
          ) : (
            t(door.kind === 'outgoing' ? 'nothingSent' : 'noMessage')
          )}
        </span>
        {door.waiting > 0 && (
          <span>
            {t(door.kind === 'imap' ? 'waitThere' : 'wait', { count: door.waiting })}
            {door.lagSeconds >= 60 && ` · ${t('lag', { count: Math.round(door.lagSeconds / 60) })}`}
          </span>
        )}
      </p>
      {door.state === 'off' && door.kind === 'outgoing' && <p className={classes.facts}>{t('outgoingOff')}</p>}
      {door.trouble && <Trouble door={door} trouble={door.trouble} />}
    </li>
  )
}

function Trouble({ door, trouble }: { door: MailDoor; trouble: NonNullable<MailDoor['trouble']> }) {
  const { t } = useTranslation('receiving')
  const now = door.state === 'failed' || door.state === 'waiting'
  return (
    <div className={classes.trouble} data-now={now || undefined}>
      <p>
        {door.kind === 'outgoing' ? t('trouble.outgoing') : t(`trouble.${trouble.code}`)}{' '}
        {door.troubleAt && (
          <span className={classes.quiet}>
            {now ? '' : t('over')} <Time at={door.troubleAt} />
          </span>
        )}
      </p>
      {trouble.detail && <p className={classes.quiet}>{t('said', { words: trouble.detail })}</p>}
    </div>
  )
}
