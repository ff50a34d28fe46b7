import { type Cx, insideTransaction } from '../../../platform/cx.ts'
import { Problem } from '../../../platform/errors/index.ts'
import type { RolePreview } from '../contract/http-roles.ts'
import { changeRole } from './manage-roles.ts'
import { viewRole } from './view-role.ts'

/** What a change would do: it is made and taken back, so that the preview refuses exactly what the change would. */
export async function previewRole(cx: Cx, id: number, permissions: string[]): Promise<RolePreview> {
  const before = await viewRole(cx.db, id)
  const examples = await cx.db
    .selectFrom('people.person')
    .select(['id', 'name'])
    .where('roleId', '=', id)
    .where('active', '=', true)
    .orderBy('name')
    .limit(5)
    .execute()
  return {
    added: permissions.filter((name) => !before.permissions.includes(name)),
    removed: before.permissions.filter((name) => !permissions.includes(name)),
    persons: before.persons,
    apiKeys: before.apiKeys,
    examples,
    refusal: await refusalOf(cx, id, permissions),
  }
}

async function refusalOf(cx: Cx, id: number, permissions: string[]): Promise<string | null> {
  const takeBack = new Error('preview only')
  try {
    await cx.tx(async (tx) => {
      await changeRole(insideTransaction(cx, tx), id, { permissions }, undefined)
      throw takeBack
    })
  } catch (error) {
    if (error instanceof Problem) return error.detail
    if (error !== takeBack) throw error
  }
  return null
}
