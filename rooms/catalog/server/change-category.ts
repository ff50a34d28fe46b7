import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { categoryChanged, categoryDeleted } from '../contract/facts.ts'
import type { Category, CategoryChange } from '../contract/http.ts'
import { categoryToChange, checkVersion } from './access.ts'
import { categoryMergedAlready } from './errors.ts'
import { presentCategory } from './list-categories.ts'
import { changesBetween } from './rules.ts'
import { deleteCategory, updateCategory } from './writes.ts'

export async function changeCategory(
  cx: Cx,
  id: number,
  change: CategoryChange,
  ifMatch: string | undefined,
): Promise<Category> {
  return cx.tx(async (tx) => {
    const before = await categoryToChange(tx, id)
    if (before.mergedIntoId !== null) throw categoryMergedAlready()
    await checkVersion(ifMatch, before.version, () => presentCategory(tx, before))
    const changes = changesBetween(before, change)
    if (Object.keys(changes).length === 0) return presentCategory(tx, before)
    const after = await updateCategory(tx, id, change)
    await tell(tx, categoryChanged, id, { changes })
    return presentCategory(tx, after)
  })
}

export async function removeCategory(cx: Cx, id: number, ifMatch: string | undefined): Promise<void> {
  await cx.tx(async (tx) => {
    const before = await categoryToChange(tx, id)
    await checkVersion(ifMatch, before.version, () => presentCategory(tx, before))
    await deleteCategory(tx, id)
    await tell(tx, categoryDeleted, id, { name: before.name })
  })
}
