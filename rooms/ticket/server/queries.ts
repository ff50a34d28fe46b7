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

/** A ticket merged into another, and by whom. */
export interface MergedRecord {
  number: number
  directly: number
  at: string
  by: { id: number | null; name: string }
  reason: string | null
}

/** What hangs on a ticket. */
export interface Attached {
  watchers: number[]
  affected: number[]
  links: LinkRecord[]
  /** Where the ticket goes on, when it was merged. */
  merge: MergedRecord | null
  /** What was merged into it, at once or through others. */
  merged: MergedRecord[]
}

const mostMerged = 200

/** What hangs on one ticket, in one question: every view of a ticket asks it. */
export async function attachedTo(reader: Reader, number: number): Promise<Attached> {
  const how = sql`'directly', m.into_number, 'at', m.merged_at, 'by',
    json_build_object('id', m.merged_by, 'name', m.merged_by_name), 'reason', m.reason`
  const result = await sql<Omit<Attached, 'links'> & { links: StoredLink[] }>`select
    to_json(array(select person_id from ticket.watcher where ticket_number = ${number} order by added_at)) as watchers,
    to_json(array(select person_id from ticket.affected_person where ticket_number = ${number} order by person_id)) as affected,
    (select coalesce(json_agg(l order by l.id), '[]') from (
      select id, relation, from_number as "from", to_number as "to" from ticket.link
      where from_number = ${number} or to_number = ${number} order by id limit 200) l) as links,
    (with recursive onward (number, length) as (
        select into_number, 1 from ticket.merge where ticket_number = ${number} and undone_at is null
        union all
        select n.into_number, length + 1 from onward o
        join ticket.merge n on n.ticket_number = o.number and n.undone_at is null where length < 100
      ) select json_build_object('number', o.number, ${how})
      from onward o, ticket.merge m where m.ticket_number = ${number} and m.undone_at is null
      order by o.length desc limit 1) as merge,
    (with recursive inward (id, number) as (
        select id, ticket_number from ticket.merge where into_number = ${number} and undone_at is null
        union
        select n.id, n.ticket_number from inward i
        join ticket.merge n on n.into_number = i.number and n.undone_at is null
      ) select coalesce(json_agg(json_build_object('number', i.number, ${how}) order by i.id), '[]')
      from (select * from inward limit ${mostMerged}) i join ticket.merge m on m.id = i.id) as merged`.execute(reader)
  const row = result.rows[0] ?? { watchers: [], affected: [], links: [], merge: null, merged: [] }
  const links = row.links.map(({ id, relation, from, to }): LinkRecord => {
    return from === number
      ? { id, relation, direction: 'to', other: to }
      : { id, relation, direction: 'from', other: from }
  })
  return { ...row, links, merge: row.merge && inIso(row.merge), merged: row.merged.map(inIso) }
}

// PostgreSQL writes times in JSON with the offset of its session.
function inIso(merged: MergedRecord): MergedRecord {
  return { ...merged, at: new Date(merged.at).toISOString() }
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

export async function activePerson(reader: Reader, id: number): Promise<{ id: number; name: string } | undefined> {
  return reader
    .selectFrom('people.person as p')
    .select(['p.id', 'p.name'])
    .where('p.id', '=', id)
    .where('p.active', '=', true)
    .executeTakeFirst()
}
