import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconPlayerPause, IconPlayerPlay, IconSettings } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  getOutboxOverview,
  listOutbox,
  type OutboxOverview as Overview,
  pauseOutbox,
  resumeOutbox,
} from '../../../../platform/mail/contract.ts'
import type { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { MailServerForm } from './mail-server-form.tsx'
import classes from './outbox.module.css'
import './strings.ts'

interface Props {
  overview: ReturnType<typeof useApi<typeof getOutboxOverview>>
}

/** How sending is doing, with the switch that stops and starts it. */
export function OutboxOverview({ overview }: Props) {
  const { t } = useTranslation('outgoing')
  const [edited, setEdited] = useState<Overview['senders'][number]>()
  const refresh = [getOutboxOverview, listOutbox]
  const pause = useSend(pauseOutbox, { refresh, onDone: () => toast.done(t('pausedDone')) })
  const resume = useSend(resumeOutbox, { refresh, onDone: () => toast.done(t('resumed')) })
  const why = useRef('')
  const data = overview.data
  if (overview.error && !data) return <ErrorState error={overview.error} retry={() => void overview.refetch()} />
  if (!data) return <RowsSkeleton rows={2} />

  async function askToPause(sender?: number, name?: string) {
    why.current = ''
    const yes = await confirm({
      title: sender === undefined ? t('pauseTitle') : t('pauseOneTitle', { name }),
      body: (
        <>
          <p style={{ marginTop: 0 }}>{t(sender === undefined ? 'pauseBody' : 'pauseOneBody')}</p>
          <TextInput
            label={t('pauseWhy')}
            maxLength={500}
            onChange={(event) => {
              why.current = event.currentTarget.value
            }}
          />
        </>
      ),
      confirmLabel: t('pause'),
    })
    if (yes) pause.mutate({ query: sender === undefined ? {} : { sender }, body: { why: why.current || null } })
  }
  const nameOf = (sender: Overview['senders'][number]) => sender.name || t('desk')
  return (
    <>
      <section className={classes.overview} aria-label={t('ways')}>
        <Standing data={data} />
        {data.paused ? (
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            loading={resume.isPending}
            onClick={() => resume.mutate({ query: {} })}
          >
            {t('resume')}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={16} aria-hidden />}
            loading={pause.isPending}
            onClick={() => void askToPause()}
          >
            {t('pause')}
          </Button>
        )}
      </section>
      <ul className={classes.ways} aria-label={t('ways')}>
        {data.senders.map((sender) => (
          <li key={sender.id}>
            <span className={classes.name}>
              {nameOf(sender)}
              <div className={classes.quiet}>{sender.server ?? (sender.id === 1 ? t('noServer') : t('byDesk'))}</div>
            </span>
            {sender.waiting > 0 && (
              <span className={classes.quiet}>
                {t('waiting')}: {sender.waiting}
              </span>
            )}
            <span className={classes.quiet}>
              {sender.ratePerMinute ? t('perMinute', { count: sender.ratePerMinute }) : t('unlimited')}
            </span>
            {sender.id !== 1 && (
              <ActionIcon
                aria-label={t(sender.paused ? 'resumeOne' : 'pauseOne', { name: nameOf(sender) })}
                title={t(sender.paused ? 'resumeOne' : 'pauseOne', { name: nameOf(sender) })}
                onClick={() =>
                  sender.paused
                    ? resume.mutate({ query: { sender: sender.id } })
                    : void askToPause(sender.id, nameOf(sender))
                }
              >
                {sender.paused ? <IconPlayerPlay size={17} /> : <IconPlayerPause size={17} />}
              </ActionIcon>
            )}
            <ActionIcon
              aria-label={t('edit', { name: nameOf(sender) })}
              title={t('edit', { name: nameOf(sender) })}
              onClick={() => setEdited(sender)}
            >
              <IconSettings size={17} />
            </ActionIcon>
            {sender.paused && <PausedLine pause={sender.paused} />}
            {sender.trouble && (
              <span className={classes.trouble}>
                {sender.trouble.error} · {t('troubleNext')} <Time at={sender.trouble.nextAttemptAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <EditorDrawer
        opened={edited !== undefined}
        title={t('form.title', { name: edited ? nameOf(edited) : '' })}
        onClose={() => setEdited(undefined)}
      >
        {edited && <MailServerForm senderId={edited.id} onDone={() => setEdited(undefined)} />}
      </EditorDrawer>
    </>
  )
}

/** In one line: does it run, and if not, why. */
function Standing({ data }: { data: Overview }) {
  const { t } = useTranslation('outgoing')
  const trouble = data.senders.some((sender) => sender.trouble)
  const tone = data.paused ? 'warn' : !data.canSend ? 'warn' : trouble ? 'bad' : 'ok'
  const Icon = data.paused ? IconPlayerPause : tone === 'ok' ? IconCircleCheck : IconAlertTriangle
  const word = data.paused ? 'standing' : !data.canSend ? 'noServer' : trouble ? 'troubled' : 'running'
  return (
    <div className={classes.state} data-tone={tone} role="status">
      <Icon size={20} aria-hidden />
      <div>
        <div className={classes.word}>{t(word)}</div>
        {data.paused ? (
          <PausedLine pause={data.paused} />
        ) : (
          <div className={classes.quiet}>
            {word === 'noServer' ? (
              t('noServerHelp')
            ) : (
              <>
                {t('lastSent')} {data.lastSentAt ? <Time at={data.lastSentAt} /> : t('never')}
                {data.oldestQueuedAt && (
                  <>
                    {' · '}
                    {t('oldest')} <Time at={data.oldestQueuedAt} />
                  </>
                )}
                {data.nextAttemptAt && (
                  <>
                    {' · '}
                    {t('nextAt')} <Time at={data.nextAttemptAt} />
                  </>
                )}
              </>
            )}
          </div>
        )}
      </div>
    </div>
  )
}

function PausedLine({ pause }: { pause: NonNullable<Overview['paused']> }) {
  const { t } = useTranslation('outgoing')
  return (
    <div className={classes.quiet}>
      <Time at={pause.at} /> {t('pausedBy', { name: pause.by })}
      {pause.why && `: ${pause.why}`}
    </div>
  )
}
