import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { Channel, Kind, Priority, Relation, Status } from '../contract/shapes.ts'

/** A query over `ticket.ticket as t`, before or after filters were added. */
export type TicketQuery<O = unknown> = SelectQueryBuilder<Tables & { t: Tables['ticket.ticket'] }, 't', O>

export const ticketColumns = [
  'number',
  'kind',
  'status',
  'statusSince',
  'waitingUntil',
  'subject',
  'channel',
  'requesterId',
  'reporterId',
  'organisationId',
  'teamId',
  'assigneeId',
  'serviceId',
  'categoryId',
  'impact',
  'urgency',
  'priority',
  'affectedThing',
  'location',
  'errorMessage',
  'customFields',
  'tags',
  'estimatedAt',
  'createdAt',
  'updatedAt',
  'version',
] as const

/** A row of `ticket.ticket`. */
export interface TicketRecord {
  number: number
  kind: Kind
  status: Status
  statusSince: Date
  waitingUntil: Date | null
  subject: string
  channel: Channel
  requesterId: number
  reporterId: number
  organisationId: number | null
  teamId: number | null
  assigneeId: number | null
  serviceId: number | null
  categoryId: number | null
  impact: number
  urgency: number
  priority: Priority
  affectedThing: string | null
  location: string | null
  errorMessage: string | null
  customFields: Record<string, unknown>
  tags: string[]
  estimatedAt: Date | null
  createdAt: Date
  updatedAt: Date
  version: number
}

export async function watcherIds(reader: Reader, number: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('ticket.watcher')
    .select('personId')
    .where('ticketNumber', '=', number)
    .orderBy('addedAt')
    .execute()
  return rows.map((row) => row.personId)
}

export async function affectedIds(reader: Reader, number: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('ticket.affectedPerson')
    .select('personId')
    .where('ticketNumber', '=', number)
    .orderBy('personId')
    .execute()
  return rows.map((row) => row.personId)
}

export interface LinkRecord {
  id: number
  relation: Relation
  direction: 'to' | 'from'
  other: number
}

/** What hangs on one ticket, in one question: every view of a ticket asks it. */
export async function attachedTo(
  reader: Reader,
  number: number,
): Promise<{ watchers: number[]; affected: number[]; links: LinkRecord[] }> {
  const result = await sql<{ watchers: number[]; affected: number[]; links: StoredLink[] }>`select
    to_json(array(select person_id from ticket.watcher where ticket_number = ${number} order by added_at)) as watchers,
    to_json(array(select person_id from ticket.affected_person where ticket_number = ${number} order by person_id)) as affected,
    (select coalesce(json_agg(l order by l.id), '[]') from (
      select id, relation, from_number as "from", to_number as "to" from ticket.link
      where from_number = ${number} or to_number = ${number} order by id limit 200) l) as links`.execute(reader)
  const row = result.rows[0] ?? { watchers: [], affected: [], links: [] }
  const links = row.links.map(({ id, relation, from, to }): LinkRecord => {
    return from === number
      ? { id, relation, direction: 'to', other: to }
      : { id, relation, direction: 'from', other: from }
  })
  return { ...row, links }
}

interface StoredLink {
  id: number
  relation: Relation
  from: number
  to: number
}

/** A team by id or exact name (the column compares without case). */
export async function findTeam(reader: Reader, ref: number | string): Promise<TeamRecord | undefined> {
  const query = reader.selectFrom('people.team').select(['id', 'name', 'visibility'])
  return (typeof ref === 'number' ? query.where('id', '=', ref) : query.where('name', '=', ref)).executeTakeFirst()
}

export interface TeamRecord {
  id: number
  name: string
  visibility: string
}

/** Whether a person may hold tickets of a team: active, not a mere requester, and a member where the team is private. */
export async function mayHold(reader: Reader, personId: number, team: TeamRecord | undefined): Promise<boolean> {
  if (team?.visibility !== 'members') return true
  const member = await reader
    .selectFrom('people.teamMember')
    .select('personId')
    .where('teamId', '=', team.id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return member !== undefined
}

/** Active persons whose role lets them read tickets, by id. */
export async function staffPerson(reader: Reader, id: number): Promise<{ id: number; name: string } | undefined> {
  return reader
    .selectFrom('people.person as p')
    .select(['p.id', 'p.name'])
    .where('p.id', '=', id)
    .where('p.active', '=', true)
    .executeTakeFirst()
}
