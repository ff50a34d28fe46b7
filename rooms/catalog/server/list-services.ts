import type { Cx } from '../../../platform/cx.ts'
import type { Service } from '../contract/http.ts'
import { seesAll, serviceFor } from './access.ts'
import { presentService, presentServices } from './present-service.ts'

export async function listServices(
  cx: Cx,
  wanted: { q?: string | undefined; active?: boolean | undefined },
): Promise<Service[]> {
  let query = cx.db.selectFrom('catalog.service').selectAll().orderBy('position').orderBy('name').limit(1000)
  if (!seesAll(cx.actor)) query = query.where('inPortal', '=', true).where('active', '=', true)
  if (wanted.active !== undefined) query = query.where('active', '=', wanted.active)
  const rows = await query.execute()
  const part = wanted.q?.trim().toLowerCase() ?? ''
  const found = rows.filter((row) =>
    [row.name, ...Object.values(row.translations).map((words) => words.name ?? '')].some((name) =>
      name.toLowerCase().includes(part),
    ),
  )
  return presentServices(cx.db, cx.actor, found)
}

export async function viewService(cx: Cx, id: number): Promise<Service> {
  return presentService(cx.db, cx.actor, await serviceFor(cx.db, cx.actor, id))
}
