import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { categoryChanged, categoryMerged } from '../contract/facts.ts'
import type { Category } from '../contract/http.ts'
import { type CategoryRow, categoryToChange, checkVersion } from './access.ts'
import { badMerge, categoryMergedAlready } from './errors.ts'
import { presentCategory } from './list-categories.ts'
import { changesBetween } from './rules.ts'
import { updateCategory } from './writes.ts'

/**
 * Merges a category into another: its children move there at once, its tickets when the fact is heard. The merged one is
 * kept, because facts and old answers name it.
 */
export async function mergeCategory(
  cx: Cx,
  id: number,
  intoId: number,
  ifMatch: string | undefined,
): Promise<Category> {
  return cx.tx(async (tx) => {
    // Two merges at once could point at each other; whoever comes second must see the first.
    await sql`select pg_advisory_xact_lock(hashtext('catalog.category'))`.execute(tx)
    const before = await categoryToChange(tx, id)
    if (before.mergedIntoId !== null) throw categoryMergedAlready()
    await checkVersion(ifMatch, before.version, () => presentCategory(tx, before))
    const into = await categoryToChange(tx, intoId)
    if (!into.active || id === intoId || (await isBelow(tx, into, id))) {
      throw badMerge(undefined, { field: 'body.intoId' })
    }
    await moveChildren(tx, id, into)
    await updateCategory(tx, id, { active: false, mergedIntoId: intoId })
    await tell(tx, categoryMerged, id, { name: before.name, intoId })
    return presentCategory(tx, into)
  })
}

async function isBelow(tx: Tx, category: CategoryRow, ancestorId: number): Promise<boolean> {
  for (let parentId = category.parentId; parentId !== null; ) {
    if (parentId === ancestorId) return true
    const parent: { parentId: number | null } = await tx
      .selectFrom('catalog.category')
      .select('parentId')
      .where('id', '=', parentId)
      .executeTakeFirstOrThrow()
    parentId = parent.parentId
  }
  return false
}

async function moveChildren(tx: Tx, fromId: number, into: CategoryRow): Promise<void> {
  const children = await tx
    .selectFrom('catalog.category')
    .selectAll()
    .where('parentId', '=', fromId)
    .where('mergedIntoId', 'is', null)
    .execute()
  for (const child of children) {
    await updateCategory(tx, child.id, { name: child.name, parentId: into.id })
    await tell(tx, categoryChanged, child.id, { changes: changesBetween(child, { parentId: into.id }) })
  }
}
