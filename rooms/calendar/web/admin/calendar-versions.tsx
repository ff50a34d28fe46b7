import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { listCalendarVersions } from '../../contract/http.ts'
import classes from './admin.module.css'
import { useWeekWords } from './use-week-words.ts'

/** What a calendar said at each of its versions, and who changed it when. */
export function CalendarVersions({ id }: { id: number }) {
  const { t } = useTranslation('calendarAdmin')
  const weekWords = useWeekWords()
  const versions = useApi(listCalendarVersions, { params: { id } }).data?.items ?? []
  return (
    <ol className={classes.versions}>
      {versions.map(({ number, by, at, content }) => (
        <li key={number}>
          <b>{t('version', { version: number })}</b> · {by} · <Time at={at} />
          <p>{[weekWords(content), content.timeZone, placeWords(content.place)].filter(Boolean).join(' · ')}</p>
          {content.days.length > 0 && <p>{t('daysOwn', { count: content.days.length })}</p>}
        </li>
      ))}
    </ol>
  )
}

type PlaceParts = { country: string; state: string | null; region: string | null } | null
const placeWords = (place: PlaceParts) =>
  place ? [place.country, place.state, place.region].filter(Boolean).join('-') : ''
