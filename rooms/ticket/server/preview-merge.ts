import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { MergePreview } from '../contract/merge.ts'
import { presentRow, surroundingsOf } from './hydrate.ts'
import { cautionFor, peopleOf } from './merge-people.ts'
import { ticketsToMerge } from './merge-ticket.ts'
import { watcherIds } from './queries.ts'

/** What merging would do, and who would see what of the other ticket; throws what merging would throw. */
export async function previewMerge(cx: Cx, number: number, wanted: number): Promise<Static<typeof MergePreview>> {
  const { from, into } = await ticketsToMerge(cx.db, cx, number, wanted)
  const [people, watching, caution] = await Promise.all([
    peopleOf(cx.db, from),
    watcherIds(cx.db, into.number),
    cautionFor(cx.db, from, into),
  ])
  const around = await surroundingsOf(cx.db, [from, into], [...people.keys()])
  const sees = new Set([into.requesterId, into.reporterId, ...watching])
  return {
    from: presentRow(from, around),
    into: presentRow(into, around),
    people: [...people].map(([id, role]) => ({ ...around.person(id), role, follows: sees.has(id) })),
    addWatchers: caution === null,
    caution,
  }
}
