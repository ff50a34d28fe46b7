import { sql } from 'kysely'
import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { filterTickets } from '../../ticket/server/index.ts'
import { viewAdded, viewChanged, viewDeleted } from '../contract/facts.ts'
import type { NewView, View, ViewChange } from '../contract/shapes.ts'
import { viewToChange } from './access.ts'
import { keysHaveNoViews, sharingNotAllowed, teamsNeeded, viewNotFound } from './errors.ts'
import { findView, presentView } from './queries.ts'

export async function viewOf(reader: Reader, actor: Actor, id: number): Promise<View> {
  const view = await findView(reader, actor, id)
  if (!view) throw viewNotFound({ id })
  return presentView(view, actor)
}

export async function addView(cx: Cx, wish: NewView): Promise<View> {
  const { teams = [], filter = {}, sharing = 'private', ...plain } = wish
  return cx.tx(async (tx) => {
    checkSharing(cx.actor, sharing, teams)
    await checkFilter(tx, cx.actor, filter)
    const { id } = await tx
      .insertInto('desk.view')
      .values({
        ...plain,
        name: plain.name.trim(),
        sharing,
        filter: sql`${JSON.stringify(filter)}::jsonb`,
        ownerId: cx.actor.id,
        createdAt: cx.now,
        updatedAt: cx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await replaceTeams(tx, id, sharing === 'teams' ? teams : [])
    await tell(tx, viewAdded, id, { name: plain.name.trim(), sharing, teamIds: [...teams] })
    return viewOf(tx, cx.actor, id)
  })
}

export async function changeView(cx: Cx, id: number, wish: ViewChange, ifMatch: string | undefined): Promise<View> {
  return cx.tx(async (tx) => {
    const before = await viewToChange(tx, cx.actor, id, ifMatch)
    const { teams, filter, ...plain } = wish
    const sharing = wish.sharing ?? before.sharing
    const teamIds = teams ?? before.teams.map((team) => team.id)
    if (wish.sharing !== undefined || teams !== undefined) checkSharing(cx.actor, sharing, teamIds)
    if (filter) await checkFilter(tx, cx.actor, filter)
    const changes = differing(before, { ...plain, ...(filter ? { filter } : {}), ...(teams ? { teams: teamIds } : {}) })
    if (Object.keys(changes).length === 0) return viewOf(tx, cx.actor, id)
    await tx
      .updateTable('desk.view')
      .set({
        ...plain,
        ...(filter ? { filter: sql`${JSON.stringify(filter)}::jsonb` as never } : {}),
        updatedAt: cx.now,
        version: sql`version + 1`,
      })
      .where('id', '=', id)
      .execute()
    if (teams || wish.sharing) await replaceTeams(tx, id, sharing === 'teams' ? teamIds : [])
    await tell(tx, viewChanged, id, { changes })
    return viewOf(tx, cx.actor, id)
  })
}

export async function deleteView(cx: Cx, id: number, ifMatch: string | undefined): Promise<void> {
  await cx.tx(async (tx) => {
    const view = await viewToChange(tx, cx.actor, id, ifMatch)
    await tx.deleteFrom('desk.view').where('id', '=', id).execute()
    await tell(tx, viewDeleted, id, { name: view.name })
  })
}

function checkSharing(actor: Actor, sharing: View['sharing'], teams: readonly number[]): void {
  if (sharing === 'private') {
    if (actor.id === null) throw keysHaveNoViews(undefined, { field: 'body.sharing' })
    return
  }
  if (!can(actor, 'desk.shareViews')) throw sharingNotAllowed(undefined, { field: 'body.sharing' })
  const known = teams.filter((id) => !(actor.hiddenTeamIds ?? []).includes(id))
  if (sharing === 'teams' && (teams.length === 0 || known.length < teams.length)) {
    throw teamsNeeded(undefined, { field: 'body.teams' })
  }
}

/** A filter that the list would refuse is refused when it is saved. */
async function checkFilter(reader: Reader, actor: Actor, filter: NonNullable<NewView['filter']>): Promise<void> {
  await filterTickets(reader, reader.selectFrom('ticket.ticket as t') as never, actor, filter)
}

async function replaceTeams(tx: Tx, viewId: number, teamIds: readonly number[]): Promise<void> {
  await tx.deleteFrom('desk.viewTeam').where('viewId', '=', viewId).execute()
  if (teamIds.length === 0) return
  const known = await tx
    .selectFrom('people.team')
    .select('id')
    .where('id', 'in', [...teamIds])
    .execute()
  if (known.length < teamIds.length) throw teamsNeeded(undefined, { field: 'body.teams' })
  await tx
    .insertInto('desk.viewTeam')
    .values(teamIds.map((teamId) => ({ viewId, teamId })))
    .execute()
}

function differing(before: object, after: object): Record<string, { before: unknown; after: unknown }> {
  const old = before as Record<string, unknown>
  const changed = Object.entries(after).filter(
    ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(old[key]),
  )
  return Object.fromEntries(changed.map(([key, value]) => [key, { before: old[key] ?? null, after: value }]))
}
