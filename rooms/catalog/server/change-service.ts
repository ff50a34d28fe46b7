import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { serviceChanged, serviceDeleted } from '../contract/facts.ts'
import type { Service, ServiceChange } from '../contract/http.ts'
import { checkVersion, serviceToChange } from './access.ts'
import { presentService, presentServices } from './present-service.ts'
import { changesBetween } from './rules.ts'
import { deleteService, updateService } from './writes.ts'

export async function changeService(
  cx: Cx,
  id: number,
  change: ServiceChange,
  ifMatch: string | undefined,
): Promise<Service> {
  return cx.tx(async (tx) => {
    const before = await serviceToChange(tx, id)
    await checkVersion(ifMatch, before.version, () => presentService(tx, cx.actor, before))
    const changes = changesBetween(before, change)
    if (Object.keys(changes).length === 0) return presentService(tx, cx.actor, before)
    const after = await updateService(tx, id, change)
    await tell(tx, serviceChanged, id, { changes })
    return presentService(tx, cx.actor, after)
  })
}

export async function removeService(cx: Cx, id: number, ifMatch: string | undefined): Promise<void> {
  await cx.tx(async (tx) => {
    const before = await serviceToChange(tx, id)
    await checkVersion(ifMatch, before.version, () => presentService(tx, cx.actor, before))
    await deleteService(tx, id)
    await tell(tx, serviceDeleted, id, { name: before.name })
  })
}

/** Puts the named services first, in this order; the others follow as they were. */
export async function orderServices(cx: Cx, ids: readonly number[]): Promise<Service[]> {
  return cx.tx(async (tx) => {
    const rows = await tx
      .selectFrom('catalog.service')
      .selectAll()
      .orderBy('position')
      .orderBy('name')
      .forNoKeyUpdate()
      .execute()
    const place = new Map(ids.map((id, index) => [id, index]))
    const ordered = [...rows].sort(
      (a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length) || a.position - b.position,
    )
    const after = []
    for (const [index, row] of ordered.entries()) {
      const changes = changesBetween(row, { position: index + 1 })
      const moved = Object.keys(changes).length > 0
      after.push(moved ? await updateService(tx, row.id, { position: index + 1 }) : row)
      if (moved) await tell(tx, serviceChanged, row.id, { changes })
    }
    return presentServices(tx, cx.actor, after)
  })
}
