import type { Cx } from '../../../platform/cx.ts'
import { keysHaveNoViews } from './errors.ts'
import { viewsFor } from './queries.ts'

/** Everybody orders the views at their own side, also those that others share; what one may not see is passed over. */
export async function orderViews(cx: Cx, ids: readonly number[]): Promise<void> {
  const personId = cx.actor.id
  if (personId === null) throw keysHaveNoViews()
  await cx.tx(async (tx) => {
    const seen = new Set((await viewsFor(tx, cx.actor)).map((view) => view.id))
    const places = ids.filter((id) => seen.has(id)).map((viewId, place) => ({ personId, viewId, place }))
    await tx.deleteFrom('desk.viewPlace').where('personId', '=', personId).execute()
    if (places.length > 0) await tx.insertInto('desk.viewPlace').values(places).execute()
  })
}
