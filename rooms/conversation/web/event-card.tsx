import { IconCalendarEvent, IconCalendarOff, IconMapPin, IconRepeat, IconUser, IconVideo } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './event-card.module.css'
import { whenOf } from './event-time.ts'
import './message/strings.ts'
import type { Message } from './use-thread.ts'

type Event = Message['events'][number]

/** A calendar invitation as one reads it: what, when by one's own clock, where, from whom. */
export function EventCard({ event }: { event: Event }) {
  const { t } = useTranslation('message')
  const off = event.cancelled || event.method === 'cancel'
  const when = whenOf(event)
  const Icon = off ? IconCalendarOff : IconCalendarEvent
  const line = { size: 15, stroke: 1.75, 'aria-hidden': true }
  return (
    <section className={classes.card} data-off={off || undefined} aria-label={t('event.label')}>
      <span className={classes.icon}>
        <Icon size={22} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.words}>
        <p className={classes.kind}>
          {t(`event.${off ? 'cancel' : event.method}`, { defaultValue: t('event.publish') })}
        </p>
        <p className={classes.title}>{event.summary || t('event.untitled')}</p>
        {when && (
          <p className={classes.when}>
            {when.own}
            {when.theirs && (
              <span className={classes.dim}> · {t('event.theirs', { time: when.theirs, zone: when.zone })}</span>
            )}
          </p>
        )}
        <ul className={classes.facts}>
          {event.recurrence && (
            <li>
              <IconRepeat {...line} /> {t('event.repeats')}
            </li>
          )}
          {event.location && (
            <li>
              <IconMapPin {...line} /> {event.location}
            </li>
          )}
          {event.url && /^https?:/i.test(event.url) && (
            <li>
              <IconVideo {...line} />
              <a href={event.url} target="_blank" rel="noopener noreferrer">
                {t('event.join')}
              </a>
              <span className={classes.dim}>{new URL(event.url).hostname}</span>
            </li>
          )}
          {event.organiser && (
            <li>
              <IconUser {...line} /> {t('event.organiser', { name: event.organiser.name || event.organiser.email })}
            </li>
          )}
          {event.attendees.length > 0 && (
            <li title={event.attendees.map((one) => one.name || one.email).join(', ')}>
              {t('event.attendees', { count: event.attendees.length })}
            </li>
          )}
        </ul>
      </div>
    </section>
  )
}
