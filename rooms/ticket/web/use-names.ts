import { useApi } from '../../../web-kit/api/use-api.ts'
import { listCategories, listServices } from '../../catalog/contract/http.ts'
import { listTeams } from '../../people/contract/http.ts'
import type { Names } from './timeline-words.ts'
import type { Ticket } from './use-ticket.ts'

/** Names of what facts hold as ids: from the ticket itself where possible, else from the lists the browser has. */
export function useNames(ticket: Ticket): Names {
  const teams = useApi(listTeams, {}, { staleMs: 300_000 }).data?.items ?? []
  const services = useApi(listServices, { query: {} }, { staleMs: 300_000 }).data?.items ?? []
  const categories = useApi(listCategories, { query: {} }, { staleMs: 300_000 }).data?.items ?? []
  const people = new Map(
    [ticket.requester, ticket.reporter, ticket.assignee, ...ticket.watchers, ...teams.flatMap((team) => team.members)]
      .filter((p) => p !== null)
      .map((p) => [p.id, p.name]),
  )
  return {
    team: (id) => teams.find((one) => one.id === id)?.name,
    person: (id) => people.get(id),
    service: (id) => services.find((one) => one.id === id)?.name,
    category: (id) => categories.find((one) => one.id === id)?.name,
  }
}
