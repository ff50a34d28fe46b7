import { useTranslation } from 'react-i18next'
import { dayAndTime, exactTime } from '../../../web-kit/i18n/formats.ts'
import type { MajorIncident } from '../contract/http.ts'
import classes from './major.module.css'

type Entry = MajorIncident['timeline'][number]

/** What happened, with the time of each, as a minute book has it. */
export function MajorTimeline({ incident }: { incident: MajorIncident }) {
  const { t, i18n } = useTranslation('major')
  const wordsOf = ({ what, words }: Entry) => {
    const key = `timeline.${what.replaceAll('.', '_')}`
    const state = what === 'ticket.status_changed' ? 'status' : what === 'ticket.priority_set' ? 'priority' : undefined
    return t(i18n.exists(`major:${key}`) ? key : 'timeline.other', {
      words: state ? t(`kit:${state}.${words}`) : words,
    })
  }
  return (
    <ol className={classes.timeline}>
      {incident.timeline.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are only ever added at the end
        <li key={index}>
          <time dateTime={one.at} title={exactTime(new Date(one.at))}>
            {dayAndTime(new Date(one.at))}
          </time>
          <span>
            <b>{one.bySystem ? t('theDesk') : one.by}</b> {wordsOf(one)}
          </span>
        </li>
      ))}
    </ol>
  )
}
