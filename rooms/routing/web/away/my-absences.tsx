import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { ProfileCard, useMe } from '../../../people/web/index.ts'
import { listTeamRouting } from '../../contract/http.ts'
import { AbsenceList } from './absence-list.tsx'
import { PersonSettings } from './person-settings.tsx'
import './strings.ts'

/** When one is away, when one is at work, and how much one takes at a time. */
export function MyAbsences() {
  const { t } = useTranslation('routingAway')
  const { me } = useMe()
  const teams = useApi(listTeamRouting, {})
  if (!me) return null
  const own = teams.data?.items.flatMap((team) => team.members).find((member) => member.id === me.id)
  return (
    <>
      <ProfileCard title={t('mine')} lead={t('mineLead')}>
        <AbsenceList own query={{ person: 'me' }} people={[{ id: me.id, name: me.name }]} />
      </ProfileCard>
      {own && (
        <ProfileCard title={t('availability')} lead={t('availabilityLead')}>
          <PersonSettings key={`${own.capacity} ${own.calendarId}`} member={own} />
        </ProfileCard>
      )}
    </>
  )
}
