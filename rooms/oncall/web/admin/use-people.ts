import { useApi } from '../../../../web-kit/api/use-api.ts'
import { listTeams } from '../../../people/contract/http.ts'
import { listOnCallPeople } from '../../contract/http.ts'

/** Everybody who can stand in a schedule or a ladder: members of teams, and who else works here. */
export function usePeople(): { value: string; label: string }[] {
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const others = useApi(listOnCallPeople, {}, { staleMs: 60_000 }).data?.items ?? []
  const people = new Map(others.map((one) => [one.id, one.name]))
  for (const team of teams) for (const one of team.members) if (one.active) people.set(one.id, one.name)
  return [...people].map(([id, label]) => ({ value: String(id), label })).sort((a, b) => a.label.localeCompare(b.label))
}
