import { Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { endOneSession, endOtherSessions, listSessions, type Session } from '../../contract/http-session.ts'
import { Card } from './card.tsx'
import { deviceWords } from './device-words.ts'
import classes from './profile.module.css'

/** Where I am signed in; a forgotten computer is signed out from here. */
export function MySessions() {
  const { t } = useTranslation('profile')
  const sessions = useApi(listSessions, {})
  const endOthers = useSend(endOtherSessions, {
    refresh: [listSessions],
    onDone: () => toast.done(t('othersEnded')),
  })
  const items = sessions.data?.items ?? []
  return (
    <Card title={t('sessions')} lead={t('sessionsLead')}>
      {sessions.isPending && <TextSkeleton lines={2} />}
      {sessions.error && <ErrorState error={sessions.error} retry={sessions.refetch} />}
      <ul className={classes.sessions}>
        {items.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
      {items.length > 1 && (
        <Button variant="default" onClick={() => endOthers.mutate({})} loading={endOthers.isPending}>
          {t('endOthers')}
        </Button>
      )}
    </Card>
  )
}

function SessionLine({ session }: { session: Session }) {
  const { t } = useTranslation('profile')
  const end = useSend(endOneSession, { refresh: [listSessions] })
  const { browser, system, phone } = deviceWords(session.userAgent ?? '')
  const Icon = phone ? IconDeviceMobile : IconDeviceDesktop
  const name = [browser, system].filter(Boolean).join(' · ') || t('unknownDevice')
  return (
    <li>
      <Icon size={24} stroke={1.6} aria-hidden />
      <span className={classes.device}>
        <strong>{name}</strong>
        <span>
          {session.current ? t('thisDevice') : <Time at={session.lastSeenAt} />}
          {session.ipAddress ? ` · ${session.ipAddress}` : ''}
        </span>
      </span>
      {!session.current && (
        <Button
          variant="subtle"
          size="sm"
          loading={end.isPending}
          aria-label={t('endOne', { name })}
          onClick={() => end.mutate({ params: { id: session.id } })}
        >
          {t('signOut')}
        </Button>
      )}
    </li>
  )
}
