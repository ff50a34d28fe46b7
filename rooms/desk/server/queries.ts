import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { TicketFilter } from '../../ticket/contract/http.ts'
import type { View } from '../contract/shapes.ts'
import { abilitiesOn, plain } from './rules.ts'

export interface ViewRecord {
  id: number
  name: string
  icon: string
  ownerId: number | null
  sharing: View['sharing']
  filter: TicketFilter
  sort: string
  columns: string[]
  position: number
  createdAt: Date
  updatedAt: Date
  version: number
  teams: { id: number; name: string }[]
  ownerName: string | null
}

function viewRows(reader: Reader) {
  return reader
    .selectFrom('desk.view as v')
    .leftJoin('people.person as o', 'o.id', 'v.ownerId')
    .select([
      'v.id',
      'v.name',
      'v.icon',
      'v.ownerId',
      'v.sharing',
      'v.filter',
      'v.sort',
      'v.columns',
      'v.position',
      'v.createdAt',
      'v.updatedAt',
      'v.version',
      'o.name as ownerName',
    ])
    .select(
      sql<
        { id: number; name: string }[]
      >`coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)
        from desk.view_team s join people.team t on t.id = s.team_id where s.view_id = v.id), '[]')`.as('teams'),
    )
}

/** Views of one's own, shared with everyone, with a team of one's own; those who share views see all shared ones. */
function visibleViews(reader: Reader, actor: Actor) {
  const teamIds = [...(actor.teamIds ?? [])]
  return viewRows(reader).where((eb) =>
    eb.or([
      eb('v.ownerId', '=', actor.id ?? -1),
      eb('v.sharing', '=', 'everyone'),
      ...(can(actor, 'desk.shareViews') ? [eb('v.sharing', '=', 'teams')] : []),
      eb.and([
        eb('v.sharing', '=', 'teams'),
        sql<boolean>`exists (select from desk.view_team s where s.view_id = v.id and s.team_id = any(${teamIds}::bigint[]))`,
      ]),
    ]),
  )
}

export async function viewsFor(reader: Reader, actor: Actor): Promise<View[]> {
  const rows = await visibleViews(reader, actor)
    .leftJoin('desk.viewPlace as w', (join) =>
      join.onRef('w.viewId', '=', 'v.id').on('w.personId', '=', actor.id ?? -1),
    )
    .orderBy('w.place', (order) => order.asc().nullsLast())
    .orderBy('v.position')
    .orderBy('v.name')
    .orderBy('v.id')
    .limit(500)
    .execute()
  return rows.map((row) => presentView(row as ViewRecord, actor))
}

export async function findView(reader: Reader, actor: Actor, id: number): Promise<ViewRecord | undefined> {
  return (await visibleViews(reader, actor).where('v.id', '=', id).executeTakeFirst()) as ViewRecord | undefined
}

export function presentView(view: ViewRecord, actor: Actor): View {
  const { id, name, icon, sharing, filter, sort, columns, position, teams, version } = view
  const hidden = actor.hiddenTeamIds ?? []
  return {
    id,
    name,
    icon,
    sharing,
    filter,
    sort,
    columns,
    position,
    // That a private team exists is nobody else's business.
    teams: teams.filter((team) => !hidden.includes(team.id)),
    owner: view.ownerId === null ? null : { id: view.ownerId, name: view.ownerName ?? '' },
    createdAt: view.createdAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
    version,
    abilities: abilitiesOn(view, actor),
  }
}

/** Has every one of the words. Each is a condition of its own: no trigram index serves `like all`. */
export function hasAll(column: Expression<string>, words: readonly string[]): Expression<SqlBool> {
  if (words.length === 0) return sql<SqlBool>`true`
  return sql<SqlBool>`(${sql.join(
    words.map((word) => sql`${column} like ${`%${likePattern(word)}%`}`),
    sql` and `,
  )})`
}

/** For LIKE to take literally. */
export function likePattern(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}

export function wordsOf(text: string): string[] {
  return plain(text).split(/\s+/).filter(Boolean)
}
