import type { Actor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { viewNotFound, viewNotYours } from './errors.ts'
import { findView, presentView, type ViewRecord } from './queries.ts'
import { abilitiesOn } from './rules.ts'

/** A view to change, locked. Throws when the actor may not see or change it, or read another version of it. */
export async function viewToChange(tx: Tx, actor: Actor, id: number, ifMatch: string | undefined): Promise<ViewRecord> {
  await tx.selectFrom('desk.view').select('id').where('id', '=', id).forUpdate().execute()
  const view = await findView(tx, actor, id)
  if (!view) throw viewNotFound({ id })
  const { change } = abilitiesOn(view, actor)
  if (!change.allowed) throw viewNotYours({ reason: change.reason ?? '' })
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== String(view.version)) {
    throw stale(undefined, { extra: { current: presentView(view, actor) } })
  }
  return view
}
