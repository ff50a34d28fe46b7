import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { ById, base, Name, planOf, tag, versionsOf } from './plan.ts'
import { LadderDoc } from './shapes.ts'

export const Ladder = planOf(LadderDoc)
export type Ladder = Static<typeof Ladder>

export const listLadders = endpoint({
  method: 'GET',
  path: `${base}/ladders`,
  summary: 'The ladders by which people are paged',
  tag,
  response: Type.Object({ items: Type.Array(Ladder) }),
})
export const createLadder = endpoint({
  method: 'POST',
  path: `${base}/ladders`,
  summary: 'Add a ladder',
  tag,
  body: Type.Object({ name: Name, doc: LadderDoc }),
  response: Ladder,
  status: 201,
  idempotent: true,
})
export const saveLadder = endpoint({
  method: 'PUT',
  path: `${base}/ladders/:id`,
  summary: 'Save a ladder as a new version; pages on their way keep the old one',
  tag,
  params: ById,
  body: Type.Object({ name: Name, doc: LadderDoc }),
  response: Ladder,
})
export const removeLadder = endpoint({
  method: 'DELETE',
  path: `${base}/ladders/:id`,
  summary: 'Remove a ladder',
  tag,
  params: ById,
})
export const listLadderVersions = endpoint({
  method: 'GET',
  path: `${base}/ladders/:id/versions`,
  summary: 'Every version of a ladder, the newest first',
  tag,
  params: ById,
  response: versionsOf(LadderDoc),
})
