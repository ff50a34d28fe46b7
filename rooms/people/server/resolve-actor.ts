import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import { settingOf } from '../../../platform/config/index.ts'
import { anonymousActor, type Cx } from '../../../platform/cx.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import { sessionCookieOf } from './carry-session.ts'
import { dayMs, settings, touchMs } from './config.ts'
import { permissionsOf } from './declare-permissions.ts'
import { apiKeyUnknown } from './errors.ts'
import { hashToken } from './make-token.ts'

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

const keepMs = 2000
const keepAtMost = 5000
const kept = new Map<string, { actor: Actor; untilMs: number }>()
let bypassUntilMs = 0

/**
 * Call in every transaction that changes what an actor is. From its commit on nobody is served a remembered actor; for as
 * long as one is remembered nothing is remembered anew, because a request that read the old state may still be on its way.
 * Other processes forget by themselves after two seconds.
 */
export function forgetActors(tx: Tx): void {
  tx.afterCommit.push(() => {
    kept.clear()
    bypassUntilMs = performance.now() + keepMs
  })
}

/** Who sent the request: an API key, the person of a session, or a stranger. Throws `api_key.unknown` for a bad key. */
export async function resolveActor(cx: Cx, request: FastifyRequest): Promise<Actor> {
  const bearer = bearerOf(request.headers.authorization)
  const token = bearer ?? sessionCookieOf(request)
  if (!token) return anonymousActor
  const remembered = kept.get(token)
  if (remembered && remembered.untilMs > performance.now()) return remembered.actor
  const actor = bearer ? await keyActor(cx, bearer) : await sessionActor(cx, token)
  if (bearer && !actor) throw apiKeyUnknown()
  if (actor && performance.now() > bypassUntilMs) remember(token, actor)
  return actor ?? anonymousActor
}

function remember(token: string, actor: Actor): void {
  if (kept.size >= keepAtMost) kept.clear()
  kept.set(token, { actor, untilMs: performance.now() + keepMs })
}

function bearerOf(header: string | undefined): string | undefined {
  if (!header) return undefined
  const [scheme, token] = header.split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw apiKeyUnknown()
  return token
}

interface RoleRow {
  roleId: number
  builtIn: string | null
  customised: boolean
  permissions: string[]
}

interface PersonActorRow extends RoleRow {
  id: number
  name: string
  email: string | null
  organisationId: number | null
  sharesTickets: boolean
  language: string
  timeZone: string
  teamIds: number[]
  hiddenTeamIds: number[]
  sessionId: number
  lastSeenAt: Date
}

const hiddenTeams = sql`to_json(array(select t.id from people.team t where t.visibility = 'members'
  and not exists (select from people.team_member m where m.team_id = t.id and m.person_id = p.id)))`

async function sessionActor(cx: Cx, token: string): Promise<Actor | undefined> {
  const hash = hashToken(token)
  const result = await sql<PersonActorRow>`
    select p.id, p.name, a.email, p.organisation_id, coalesce(o.shares_tickets, false) as shares_tickets,
      coalesce(p.language, d.default_language) as language, coalesce(p.time_zone, d.default_time_zone) as time_zone,
      r.id as role_id, r.built_in, r.customised, r.permissions, s.id as session_id, s.last_seen_at,
      to_json(array(select m.team_id from people.team_member m where m.person_id = p.id order by 1)) as team_ids,
      ${hiddenTeams} as hidden_team_ids
    from people.session s
    join people.person p on p.id = s.person_id and p.active
    join people.role r on r.id = p.role_id
    cross join people.desk d
    left join people.organisation o on o.id = p.organisation_id
    left join people.person_address a on a.person_id = p.id and a.is_primary
    where s.token_hash = ${hash} and s.expires_at > ${cx.now}`.execute(cx.db)
  const row = result.rows[0]
  if (!row) return undefined
  if (cx.now.getTime() - row.lastSeenAt.getTime() > touchMs) await touchSession(cx.db, row.sessionId, cx.now)
  const { builtIn, customised, permissions, lastSeenAt, ...rest } = row
  return { kind: 'person', ...rest, permissions: new Set(permissionsOf(row)) }
}

async function touchSession(db: Db, id: number, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + settingOf(settings.sessionDays) * dayMs)
  await db.updateTable('people.session').set({ lastSeenAt: now, expiresAt }).where('id', '=', id).execute()
}

interface KeyActorRow extends RoleRow {
  id: number
  name: string
  language: string
  timeZone: string
  hiddenTeamIds: number[]
  lastUsedAt: Date | null
}

/** A key is in no team, so it sees nothing of private ones. */
async function keyActor(cx: Cx, token: string): Promise<Actor | undefined> {
  const result = await sql<KeyActorRow>`
    select k.id, k.name, k.last_used_at, r.id as role_id, r.built_in, r.customised, r.permissions,
      d.default_language as language, d.default_time_zone as time_zone,
      to_json(array(select t.id from people.team t where t.visibility = 'members')) as hidden_team_ids
    from people.api_key k
    join people.role r on r.id = k.role_id
    cross join people.desk d
    where k.token_hash = ${hashToken(token)} and k.revoked_at is null`.execute(cx.db)
  const row = result.rows[0]
  if (!row) return undefined
  if (!row.lastUsedAt || cx.now.getTime() - row.lastUsedAt.getTime() > touchMs)
    await cx.db.updateTable('people.apiKey').set({ lastUsedAt: cx.now }).where('id', '=', row.id).execute()
  const { name, roleId, language, timeZone, hiddenTeamIds } = row
  return {
    kind: 'api-key',
    id: null,
    apiKeyId: row.id,
    name,
    email: null,
    organisationId: null,
    sharesTickets: false,
    teamIds: [],
    hiddenTeamIds,
    roleId,
    language,
    timeZone,
    permissions: new Set(permissionsOf(row)),
  }
}
