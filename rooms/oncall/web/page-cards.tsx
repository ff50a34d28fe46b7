import { useApi } from '../../../web-kit/api/use-api.ts'
import { listPages } from '../contract/http.ts'
import { PageCard, waits } from './page-card.tsx'

/** The pages about a ticket that somebody should look at, above its conversation. */
export function PageCards({ number }: { number: number }) {
  const pages = useApi(listPages, { query: { ticket: number } }, { live: [`ticket:${number}`] }).data?.items ?? []
  return pages.filter(waits).map((page) => <PageCard key={page.id} page={page} />)
}
