import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import { among, type Reader } from '../../../platform/db/index.ts'
import { permissionsOf } from './declare-permissions.ts'

declare module '../../../platform/access/actor.ts' {
  /** Set on every person and key; absent on the program itself and on strangers. */
  interface Actor {
    email?: string | null
    organisationId?: number | null
    /** Whether the organisation lets its members see one another's tickets. */
    sharesTickets?: boolean
    roleId?: number
    teamIds?: readonly number[]
    /** Private teams one is not in: nothing of theirs may be seen, whatever the permissions. */
    hiddenTeamIds?: readonly number[]
    language?: string
    timeZone?: string
    sessionId?: number
    apiKeyId?: number
  }
}

interface RoleRow {
  roleId: number
  builtIn: string | null
  customised: boolean
  permissions: string[]
}

interface PersonRow extends RoleRow {
  id: number
  name: string
  email: string | null
  organisationId: number | null
  sharesTickets: boolean
  language: string
  timeZone: string
  teamIds: number[]
  hiddenTeamIds: number[]
}

const personColumns = sql`p.id, p.name, a.email, p.organisation_id, coalesce(o.shares_tickets, false) as shares_tickets,
  coalesce(p.language, d.default_language) as language, coalesce(p.time_zone, d.default_time_zone) as time_zone,
  r.id as role_id, r.built_in, r.customised, r.permissions,
  to_json(array(select m.team_id from people.team_member m where m.person_id = p.id order by 1)) as team_ids,
  to_json(array(select t.id from people.team t where t.visibility = 'members' and not exists (
    select from people.team_member m where m.team_id = t.id and m.person_id = p.id))) as hidden_team_ids`

const personJoins = sql`join people.role r on r.id = p.role_id
  cross join people.desk d
  left join people.organisation o on o.id = p.organisation_id
  left join people.person_address a on a.person_id = p.id and a.is_primary`

export interface ActorOfSession {
  actor: Actor
  lastSeenAt: Date
}

/** Who has the session with this token, in one query; nobody when it is over or the person is not active. */
export async function actorOfSession(
  reader: Reader,
  tokenHash: Buffer,
  now: Date,
): Promise<ActorOfSession | undefined> {
  const row = await one<PersonRow & { sessionId: number; lastSeenAt: Date }>(
    reader,
    sql`select ${personColumns}, s.id as session_id, s.last_seen_at
      from people.session s join people.person p on p.id = s.person_id and p.active ${personJoins}
      where s.token_hash = ${tokenHash} and s.expires_at > ${now}`,
  )
  return row && { actor: { ...personActor(row), sessionId: row.sessionId }, lastSeenAt: row.lastSeenAt }
}

/** An active person as actor, for work that a job does in their name. */
export async function actorOfPerson(reader: Reader, personId: number): Promise<Actor | undefined> {
  const row = await one<PersonRow>(
    reader,
    sql`select ${personColumns} from people.person p ${personJoins} where p.id = ${personId} and p.active`,
  )
  return row && personActor(row)
}

/** The active ones of some persons as actors, in one query: who may be told of something. */
export async function actorsOfPersons(reader: Reader, personIds: readonly number[]): Promise<Actor[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<PersonRow>`select ${personColumns} from people.person p ${personJoins}
    where ${among(sql.ref('p.id'), personIds)} and p.active`.execute(reader)
  return rows.map(personActor)
}

function personActor(row: PersonRow): Actor {
  const { id, name, email, organisationId, sharesTickets, roleId, teamIds, hiddenTeamIds, language, timeZone } = row
  return {
    kind: 'person',
    id,
    name,
    email,
    organisationId,
    sharesTickets,
    roleId,
    teamIds,
    hiddenTeamIds,
    language,
    timeZone,
    permissions: new Set(permissionsOf(row)),
  }
}

interface KeyRow extends RoleRow {
  id: number
  name: string
  language: string
  timeZone: string
  hiddenTeamIds: number[]
  lastUsedAt: Date | null
}

const keyColumns = sql`k.id, k.name, k.last_used_at, r.id as role_id, r.built_in, r.customised, r.permissions,
  d.default_language as language, d.default_time_zone as time_zone,
  to_json(array(select t.id from people.team t where t.visibility = 'members')) as hidden_team_ids`

export interface ActorOfKey {
  actor: Actor
  lastUsedAt: Date | null
}

/** The working API key with this token, or with this id. */
export async function actorOfKey(reader: Reader, key: Buffer | number): Promise<ActorOfKey | undefined> {
  const which = typeof key === 'number' ? sql`k.id = ${key}` : sql`k.token_hash = ${key}`
  const row = await one<KeyRow>(
    reader,
    sql`select ${keyColumns} from people.api_key k join people.role r on r.id = k.role_id cross join people.desk d
      where ${which} and k.revoked_at is null`,
  )
  return row && { actor: keyActor(row), lastUsedAt: row.lastUsedAt }
}

/** A key is in no team, so it sees nothing of private ones. */
function keyActor(row: KeyRow): Actor {
  const { name, roleId, language, timeZone, hiddenTeamIds } = row
  const nobodys = { id: null, email: null, organisationId: null, sharesTickets: false, teamIds: [] }
  const permissions = new Set(permissionsOf(row))
  return { kind: 'api-key', ...nobodys, apiKeyId: row.id, name, hiddenTeamIds, roleId, language, timeZone, permissions }
}

async function one<Row>(reader: Reader, query: RawBuilder<unknown>): Promise<Row | undefined> {
  return (await query.execute(reader)).rows[0] as Row | undefined
}
