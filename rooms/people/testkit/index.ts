import type { BuiltInRole } from '../../../platform/access/permission.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { putMember } from '../server/change-members.ts'
import { hashPassword, storePassword } from '../server/check-password.ts'
import { createApiKeyFor } from '../server/manage-api-keys.ts'
import { forgetActors } from '../server/resolve-actor.ts'
import { startSession } from '../server/start-session.ts'
import { builtInRoleId, insertAddress, insertPerson } from '../server/writes.ts'

let made = 0

export interface SomePerson {
  name?: string
  email?: string
  role?: BuiltInRole
  organisationId?: number
  vip?: boolean
  language?: string
  password?: string
  /** Ids, or names of teams that are made when they are not there. */
  teams?: readonly (number | string)[]
}

export interface MadePerson {
  id: number
  name: string
  email: string
}

/** A person; the one with that address when there is one already, with teams added. */
export async function aPerson(cx: Cx, some: SomePerson = {}): Promise<MadePerson> {
  const nth = ++made
  const email = some.email ?? `person${nth}@example.org`
  return cx.tx(async (tx) => {
    const person = (await known(tx, email)) ?? (await makePerson(tx, some, email, nth))
    for (const team of some.teams ?? []) await putMember(tx, await teamId(tx, team), person.id, {})
    if (some.password) await storePassword(tx, person.id, await hashPassword(some.password))
    forgetActors(tx)
    return person
  })
}

async function makePerson(tx: Tx, some: SomePerson, email: string, nth: number): Promise<MadePerson> {
  const name = some.name ?? `Person ${nth}`
  const roleId = await builtInRoleId(tx, some.role ?? 'requester')
  const id = await insertPerson(tx, {
    name,
    roleId,
    organisationId: some.organisationId ?? null,
    vip: some.vip ?? false,
    language: some.language ?? null,
  })
  await insertAddress(tx, { personId: id, email, isPrimary: true, verified: true })
  return { id, name, email }
}

async function known(tx: Tx, email: string): Promise<MadePerson | undefined> {
  return tx
    .selectFrom('people.personAddress as a')
    .innerJoin('people.person as p', 'p.id', 'a.personId')
    .select(['p.id', 'p.name', 'a.email'])
    .where('a.email', '=', email)
    .executeTakeFirst()
}

export interface SomeTeam {
  name?: string
  tier?: number
  visibility?: 'everyone' | 'members'
}

export async function aTeam(cx: Cx, some: SomeTeam = {}): Promise<{ id: number; name: string }> {
  return cx.tx(async (tx) => {
    forgetActors(tx)
    return insertTeam(tx, some)
  })
}

async function insertTeam(tx: Tx, some: SomeTeam): Promise<{ id: number; name: string }> {
  const name = some.name ?? `Team ${++made}`
  return tx
    .insertInto('people.team')
    .values({ name, tier: some.tier ?? 1, visibility: some.visibility ?? 'everyone' })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()
}

async function teamId(tx: Tx, team: number | string): Promise<number> {
  if (typeof team === 'number') return team
  const found = await tx.selectFrom('people.team').select('id').where('name', '=', team).executeTakeFirst()
  return (found ?? (await insertTeam(tx, { name: team }))).id
}

export interface SomeOrganisation {
  name?: string
  kind?: 'department' | 'customer'
  sharesTickets?: boolean
  domains?: readonly string[]
  vip?: boolean
}

export async function anOrganisation(cx: Cx, some: SomeOrganisation = {}): Promise<{ id: number; name: string }> {
  const { domains = [], ...fields } = some
  return cx.tx(async (tx) => {
    const organisation = await tx
      .insertInto('people.organisation')
      .values({ ...fields, name: some.name ?? `Organisation ${++made}` })
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow()
    for (const domain of domains)
      await tx.insertInto('people.organisationDomain').values({ domain, organisationId: organisation.id }).execute()
    return organisation
  })
}

/** The headers of a browser in which this person is signed in. */
export async function sessionOf(cx: Cx, personId: number): Promise<Record<string, string>> {
  const origin = { ip: '127.0.0.1', userAgent: 'test' }
  const { token } = await cx.tx((tx) => startSession(tx, personId, origin, { how: 'link', totp: false }))
  return { cookie: `dh_session=${token}`, 'sec-fetch-site': 'same-origin' }
}

/** The headers of a program with a key of this role. */
export async function keyOf(cx: Cx, role: BuiltInRole): Promise<Record<string, string>> {
  const token = await cx.tx((tx) => createApiKeyFor(tx, { name: `${role} key`, role }))
  return { authorization: `Bearer ${token}` }
}
