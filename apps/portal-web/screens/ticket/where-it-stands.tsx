import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import type { Ticket } from '../../../../rooms/ticket/contract/http.ts'
import { dateAndTime } from '../../../../web-kit/i18n/formats.ts'
import { NobodyAvatar, PersonAvatar } from '../../../../web-kit/ui/person-avatar.tsx'
import { StatusIcon } from '../../../../web-kit/ui/status.tsx'
import { Link } from '../../shell/link.tsx'
import classes from './ticket-screen.module.css'

/** Never in a black hole: the status in plain words, who has it, when it will be done. */
export function WhereItStands({ ticket }: { ticket: Static<typeof Ticket> }) {
  const { t } = useTranslation('portal')
  const { status, assignee, team, estimatedAt, waitingUntil, merge, merged } = ticket
  const active = status !== 'resolved' && status !== 'closed'
  const who = assignee?.name ?? team?.name
  const until = status === 'waiting_until' && waitingUntil ? dateAndTime(new Date(waitingUntil)) : undefined
  return (
    <section className={classes.stands} data-status={status} aria-label={t('ticket.stands')}>
      <div className={classes.status}>
        <StatusIcon status={status} hidden size={26} />
        <div>
          <p className={classes.statusWord}>
            {merge ? t('merged.title', { number: merge.number }) : t(`status.${status}`)}
          </p>
          <p className={classes.statusHelp}>
            {merge ? (
              <Onward merge={merge} />
            ) : until ? (
              t('statusHelp.until', { time: until })
            ) : (
              t(`statusHelp.${status}`)
            )}
          </p>
          {merged.map((one) => (
            <p key={one.number} className={classes.statusHelp}>
              <Link href={`/tickets/${one.number}`}>
                {t('merged.includes', { number: one.number, subject: one.subject })}
              </Link>
            </p>
          ))}
        </div>
      </div>
      {active && (
        <dl className={classes.who}>
          <div>
            <dt>{t('ticket.who')}</dt>
            <dd>
              {who ? <PersonAvatar name={who} size={24} /> : <NobodyAvatar size={24} />}
              <span>{who ?? t('ticket.nobody')}</span>
            </dd>
          </div>
          <div>
            <dt>{t('ticket.estimated')}</dt>
            <dd>{estimatedAt ? dateAndTime(new Date(estimatedAt)) : t('ticket.notEstimated')}</dd>
          </div>
        </dl>
      )}
    </section>
  )
}

/** In plain words where a merged request is looked after, with the way there for whoever may read it. */
function Onward({ merge }: { merge: NonNullable<Static<typeof Ticket>['merge']> }) {
  const { t } = useTranslation('portal')
  const { number, subject } = merge
  if (subject === null) return t('merged.hidden', { number })
  return (
    <>
      {t('merged.help')} <Link href={`/tickets/${number}`}>{t('merged.open', { number })}</Link>
    </>
  )
}
