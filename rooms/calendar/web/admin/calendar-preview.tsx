import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { isProblem } from '../../../../web-kit/api/problem.ts'
import { dateAndTime, listOf, longDay } from '../../../../web-kit/i18n/formats.ts'
import { PreviewBox } from '../../../../web-kit/manage/preview-box.tsx'
import { problemWords } from '../../../../web-kit/ui/problem-words.ts'
import { type CalendarContent, type Preview, previewCalendar } from '../../contract/http.ts'
import classes from './admin.module.css'
import { hoursWords } from './hours-words.ts'

/** What a calendar does: whether it is open now, this week and the next, and the next days that are closed. */
export function CalendarPreview({ content }: { content: CalendarContent }) {
  const { t, i18n } = useTranslation('calendarAdmin')
  const { data, error } = useQuery({
    queryKey: ['calendar preview', content],
    queryFn: () => api(previewCalendar, { body: content }),
    placeholderData: (before) => before,
    retry: false,
  })
  if (error && isProblem(error))
    return (
      <p className={classes.error} role="status">
        {problemWords(error).detail}
      </p>
    )
  if (!data) return null
  const language = i18n.language.startsWith('de') ? 'de' : 'en'
  return (
    <PreviewBox label={t('preview')}>
      <p className={classes.now} role="status">
        <b>{data.openNow ? t('openNow') : t('closedNow')}</b>
        {!data.openNow && data.nextOpenAt && ` · ${t('opens', { at: dateAndTime(new Date(data.nextOpenAt)) })}`}
        {data.fourHoursFromNow && ` · ${t('fourHours', { at: dateAndTime(new Date(data.fourHoursFromNow)) })}`}
      </p>
      <div className={classes.days}>
        {data.days.map((day) => (
          <Bar key={day.on} day={day} language={language} />
        ))}
      </div>
      {data.holidays.length > 0 && (
        <p className={classes.now}>
          {t('nextClosed', {
            days: listOf(data.holidays.map((day) => `${longDay(noon(day.on))} (${day.name[language]})`)),
          })}
        </p>
      )}
    </PreviewBox>
  )
}

// Noon of the viewer is on the same date wherever they are.
const noon = (on: string) => new Date(`${on}T12:00:00`)
const minutes = (at: string) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3))

/** A day from midnight to midnight, its open hours filled. */
function Bar({ day, language }: { day: Preview['days'][number]; language: 'en' | 'de' }) {
  const { t } = useTranslation('calendarAdmin')
  const label = `${longDay(noon(day.on))}: ${hoursWords(day.open) || t('closed')}${day.special ? ` (${day.special[language]})` : ''}`
  return (
    <span
      className={classes.dayBar}
      role="img"
      aria-label={label}
      title={label}
      data-special={day.special !== null || undefined}
    >
      {day.open.map(({ from, to }) => (
        <span
          key={from}
          style={{
            insetBlockStart: `${(minutes(from) / 1440) * 100}%`,
            blockSize: `${((minutes(to) - minutes(from)) / 1440) * 100}%`,
          }}
        />
      ))}
      <i aria-hidden>{Number(day.on.slice(8))}</i>
    </span>
  )
}
