import type { Reader } from '../db/index.ts'
import type { ToldFact } from './told-fact.ts'

export interface TimelinePage {
  /** Only facts after this id. */
  after?: number | undefined
  limit: number
  /** Only facts told at or before this moment. */
  until?: Date | undefined
}

/** The facts about one thing, oldest first. */
export async function factsAbout(
  reader: Reader,
  subjectKind: string,
  subjectId: number,
  page: TimelinePage,
): Promise<ToldFact[]> {
  let query = reader
    .selectFrom('platform.fact')
    .selectAll()
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .orderBy('id')
    .limit(page.limit)
  if (page.after !== undefined) query = query.where('id', '>', page.after)
  if (page.until !== undefined) query = query.where('at', '<=', page.until)
  return query.execute()
}
