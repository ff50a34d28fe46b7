import type { Cx } from '../../../platform/cx.ts'
import { visibleTo } from '../../ticket/server/index.ts'
import type { Usage } from '../contract/http.ts'

/** Beyond this the exact number tells an administrator nothing more, and counting would cost. */
const mostCounted = 10_000

/** How many tickets carry a service or category, as far as the actor may see them. */
export async function viewUsage(cx: Cx, column: 'serviceId' | 'categoryId', id: number): Promise<Usage> {
  const carriers = () =>
    cx.db
      .selectFrom('ticket.ticket as t')
      .select('t.number')
      .where(`t.${column}`, '=', id)
      .where((eb) => visibleTo(cx.actor)(eb as never))
      .limit(mostCounted + 1)
  const count = async (query: ReturnType<typeof carriers>) => {
    const { n } = await cx.db
      .selectFrom(query.as('found'))
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(n)
  }
  const tickets = await count(carriers())
  const openTickets = await count(carriers().where('t.active', '=', true))
  return {
    openTickets: Math.min(openTickets, mostCounted),
    tickets: Math.min(tickets, mostCounted),
    more: tickets > mostCounted,
  }
}
