import { useApi } from '../../../../web-kit/api/use-api.ts'
import { listTeams } from '../../../people/contract/http.ts'
import { AbsenceList } from './absence-list.tsx'

/** Who of a team is away, for whoever leads it. */
export function TeamAbsences({ teamId }: { teamId: number }) {
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items
  const members = teams?.find((team) => team.id === teamId)?.members ?? []
  return <AbsenceList query={{ team: teamId }} people={members.filter((member) => member.active)} />
}
