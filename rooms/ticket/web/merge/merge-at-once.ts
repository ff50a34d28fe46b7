import { api } from '../../../../web-kit/api/api.ts'
import { queryClient } from '../../../../web-kit/api/query-client.ts'
import { translate } from '../../../../web-kit/i18n/i18n.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  getTicket,
  getTimeline,
  listTicketsEndpoint,
  mergeTicketEndpoint,
  previewMergeEndpoint,
  unmergeTicketEndpoint,
} from '../../contract/http.ts'
import './strings.ts'

/**
 * Merges a ticket into another without a question, where nobody would see more by it than they do; the toast takes it back.
 * Returns the number of the ticket that carries both on; undefined where it deserves a look first.
 */
export async function mergeAtOnce(number: number, other: number): Promise<number | undefined> {
  const params = { number }
  const preview = await api(previewMergeEndpoint, { params, query: { into: other } })
  const { from, into, people, caution } = preview
  if (caution !== null || people.some((one) => !one.follows)) return undefined
  const body = { into: into.number, addWatchers: people.map((one) => one.id), tellRequester: false }
  await api(mergeTicketEndpoint, { params, body, ifMatch: from.version })
  refresh()
  toast.done(translate('merge:done', { from: number, into: into.number }), {
    undo: () => void takeOut(number),
    forMs: 10_000,
  })
  return into.number
}

async function takeOut(number: number): Promise<void> {
  try {
    await api(unmergeTicketEndpoint, { params: { number } })
    toast.done(translate('merge:undone', { from: number }))
  } catch (error) {
    toast.problem(error as Error)
  } finally {
    refresh()
  }
}

function refresh(): void {
  for (const endpoint of [getTicket, getTimeline, listTicketsEndpoint])
    void queryClient.invalidateQueries({ queryKey: [endpoint.path] })
}
