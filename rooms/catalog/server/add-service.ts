import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { serviceAdded } from '../contract/facts.ts'
import type { NewService, Service } from '../contract/http.ts'
import { presentService } from './present-service.ts'
import { insertService } from './writes.ts'

export async function addService(cx: Cx, input: NewService): Promise<Service> {
  return cx.tx(async (tx) => {
    const last = await tx
      .selectFrom('catalog.service')
      .select((query) => query.fn.max('position').as('position'))
      .executeTakeFirst()
    const row = await insertService(tx, { position: (last?.position ?? 0) + 1, ...input })
    await tell(tx, serviceAdded, row.id, { name: row.name })
    return presentService(tx, cx.actor, row)
  })
}
