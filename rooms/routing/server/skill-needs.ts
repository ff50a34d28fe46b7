import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { categoryCards } from '../../catalog/server/index.ts'
import { skillNeedChanged } from '../contract/facts.ts'
import { unknownReference } from './errors.ts'
import { known } from './known.ts'

export async function listSkillNeeds(reader: Reader) {
  const rows = await reader.selectFrom('routing.skillNeed').selectAll().execute()
  const cards = await categoryCards(
    reader,
    rows.map((row) => row.categoryId),
  )
  const items = rows.map(({ categoryId, skills }) => ({
    categoryId,
    category: cards.get(categoryId)?.path.join(' › ') ?? '?',
    skills,
  }))
  return { items: items.sort((a, b) => a.category.localeCompare(b.category)), nextCursor: null }
}

export async function changeSkillNeed(cx: Cx, categoryId: number, skills: readonly string[]) {
  return cx.tx(async (tx) => {
    const category = await tx
      .selectFrom('catalog.category')
      .select('id')
      .where('id', '=', categoryId)
      .executeTakeFirst()
    if (!category) throw unknownReference({ what: 'category' })
    await tx.deleteFrom('routing.skillNeed').where('categoryId', '=', categoryId).execute()
    const wanted = skills.map((skill) => skill.trim()).filter(Boolean)
    if (wanted.length > 0) await tx.insertInto('routing.skillNeed').values({ categoryId, skills: wanted }).execute()
    await tell(tx, skillNeedChanged, categoryId, { skills: wanted })
    await known.forget(tx)
    return listSkillNeeds(tx)
  })
}
