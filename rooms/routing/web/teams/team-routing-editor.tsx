import { useApi } from '../../../../web-kit/api/use-api.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { listTeamRouting } from '../../contract/http.ts'
import { TeamRoutingForm } from './team-routing-form.tsx'

/** The same form where somebody leads one team and manages no others. */
export function TeamRoutingEditor({ teamId, onDone }: { teamId: number; onDone: () => void }) {
  const list = useApi(listTeamRouting, {})
  const team = list.data?.items.find((one) => one.id === teamId)
  if (list.error) return <ErrorState error={list.error} retry={list.refetch} />
  return team ? <TeamRoutingForm team={team} onDone={onDone} /> : <TextSkeleton />
}
