import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { VersionList } from '../../../../web-kit/manage/version-list.tsx'
import { listCalendars, listCalendarVersions, restoreCalendarVersion } from '../../contract/http.ts'
import { useWeekWords } from './use-week-words.ts'

/** What a calendar said at each of its versions, and who changed it when. */
export function CalendarVersions({ id, onDone }: { id: number; onDone: () => void }) {
  const { t } = useTranslation('calendarAdmin')
  const weekWords = useWeekWords()
  const versions = useApi(listCalendarVersions, { params: { id } }).data?.items ?? []
  return (
    <VersionList
      versions={versions}
      restoring={{
        endpoint: restoreCalendarVersion,
        params: { id },
        refresh: [listCalendars, listCalendarVersions],
        onDone,
      }}
      head={(one) => ({ key: one.number, label: t('version', { version: one.number }), by: one.by, at: one.at })}
    >
      {({ content }) => (
        <>
          <p>{[weekWords(content), content.timeZone, placeWords(content.place)].filter(Boolean).join(' · ')}</p>
          {content.days.length > 0 && <p>{t('daysOwn', { count: content.days.length })}</p>}
        </>
      )}
    </VersionList>
  )
}

type PlaceParts = { country: string; state: string | null; region: string | null } | null
const placeWords = (place: PlaceParts) =>
  place ? [place.country, place.state, place.region].filter(Boolean).join('-') : ''
