import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import { type Path, pathFromTeams } from './rules.ts'

export interface TeamRow {
  id: number
  name: string
  tier: number
  visibility: 'everyone' | 'members'
}

/** Every team by id, in the order of tiers and names. A desk has a few dozen at most. */
export async function allTeams(reader: Reader): Promise<Map<number, TeamRow>> {
  const rows = await reader
    .selectFrom('people.team')
    .select(['id', 'name', 'tier', 'visibility'])
    .orderBy('tier')
    .orderBy('name')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The path that holds for a service: its own, else that of all, else what the tiers of the teams say. */
export async function pathFor(
  reader: Reader,
  serviceId: number | null,
  teams: ReadonlyMap<number, TeamRow>,
): Promise<Path> {
  const rows = await newestPaths(reader, serviceId)
  const saved =
    rows.find((row) => row.serviceId !== null && row.tiers !== null) ??
    rows.find((row) => row.serviceId === null && row.tiers !== null)
  if (!saved?.tiers) return pathFromTeams([...teams.values()])
  // Teams that were deleted since are left out.
  return { tiers: saved.tiers.map((ids) => ids.filter((id) => teams.has(id))), supplier: saved.supplier }
}

/** The newest version of the path of a service and of the path of all; `undefined` for those of every service. */
export async function newestPaths(reader: Reader, serviceId?: number | null) {
  let query = reader
    .selectFrom('escalation.path')
    .selectAll()
    .distinctOn('serviceId')
    .orderBy('serviceId')
    .orderBy('version', 'desc')
  if (serviceId !== undefined)
    query = query.where((eb) => eb.or([eb('serviceId', 'is', null), eb('serviceId', '=', serviceId)]))
  return query.execute()
}

const escalations = (reader: Reader) =>
  reader
    .selectFrom('escalation.escalation as e')
    .leftJoin('people.team as f', 'f.id', 'e.fromTeamId')
    .leftJoin('people.team as g', 'g.id', 'e.toTeamId')
    .leftJoin('people.person as c', 'c.id', 'e.contactId')
    .selectAll('e')
    .select(['f.name as fromTeam', 'g.name as toTeam', 'c.name as contact'])
    .select([
      sql<
        { id: number; name: string }[]
      >`(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
        from escalation.recipient r join people.person p on p.id = r.person_id where r.escalation_id = e.id)`.as(
        'recipients',
      ),
      sql<{ id: number; name: string } | null>`(select json_build_object('id', t.id, 'name', t.name)
        from escalation.firing i join escalation.trigger t on t.id = i.trigger_id where i.escalation_id = e.id limit 1)`.as(
        'trigger',
      ),
    ])

export type EscalationRow = Awaited<ReturnType<ReturnType<typeof escalations>['executeTakeFirstOrThrow']>>

const MOST = 100

export async function escalationsOf(reader: Reader, ticketNumber: number): Promise<EscalationRow[]> {
  return escalations(reader).where('e.ticketNumber', '=', ticketNumber).orderBy('e.id', 'desc').limit(MOST).execute()
}

export async function escalationById(
  reader: Reader,
  ticketNumber: number,
  id: number,
): Promise<EscalationRow | undefined> {
  return escalations(reader).where('e.id', '=', id).where('e.ticketNumber', '=', ticketNumber).executeTakeFirst()
}

/** The hand-off a ticket is under; at most one. */
export async function openEscalation(reader: Reader, ticketNumber: number): Promise<EscalationRow | undefined> {
  return escalations(reader)
    .where('e.ticketNumber', '=', ticketNumber)
    .where('e.kind', '=', 'functional')
    .where('e.endedAt', 'is', null)
    .executeTakeFirst()
}

export async function bouncesOf(reader: Reader, ticketNumber: number): Promise<number> {
  const row = await reader
    .selectFrom('escalation.escalation')
    .select(sql<number>`count(*)::int`.as('bounces'))
    .where('ticketNumber', '=', ticketNumber)
    .where('endedHow', '=', 'returned')
    .executeTakeFirstOrThrow()
  return row.bounces
}
