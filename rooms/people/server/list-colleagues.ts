import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import { likeWords } from './rules.ts'

const most = 20

/**
 * Whom somebody may name in a form: everybody for those who may read the directory, else the members of one's own
 * organisation, and oneself. Names only.
 */
export async function listColleagues(
  cx: Cx,
  { q, id }: { q?: string; id?: number },
): Promise<{ id: number; name: string }[]> {
  const { actor } = cx
  let query = cx.db
    .selectFrom('people.person as p')
    .select(['p.id', 'p.name'])
    .where('p.active', '=', true)
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .limit(most)
  if (id !== undefined) query = query.where('p.id', '=', id)
  for (const word of likeWords(q ?? '')) query = query.where('p.search', 'like', `%${word}%`)
  if (!actor.permissions.has('people.read')) {
    const organisationId = actor.organisationId ?? null
    query = query.where((eb) =>
      eb.or([
        eb('p.id', '=', actor.id ?? -1),
        ...(organisationId === null ? [] : [eb('p.organisationId', '=', organisationId)]),
      ]),
    )
  }
  return query.execute()
}
