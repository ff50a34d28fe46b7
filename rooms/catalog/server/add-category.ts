import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { categoryAdded } from '../contract/facts.ts'
import type { Category, NewCategory } from '../contract/http.ts'
import { presentCategory } from './list-categories.ts'
import { insertCategory } from './writes.ts'

export async function addCategory(cx: Cx, input: NewCategory): Promise<Category> {
  return cx.tx(async (tx) => {
    const last = await tx
      .selectFrom('catalog.category')
      .select((query) => query.fn.max('position').as('position'))
      .where('parentId', 'is not distinct from', input.parentId ?? null)
      .executeTakeFirst()
    const row = await insertCategory(tx, { position: (last?.position ?? 0) + 1, ...input })
    await tell(tx, categoryAdded, row.id, { name: row.name, parentId: row.parentId })
    return presentCategory(tx, row)
  })
}
