import type { Actor } from '../../../../platform/access/actor.ts'
import type { BuiltInRole } from '../../../../platform/access/permission.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { tell } from '../../../../platform/facts/index.ts'
import { organisationAdded, personAdded, teamAdded } from '../../../../rooms/people/contract/facts.ts'
import { putMember } from '../../../../rooms/people/server/index.ts'
import { departments } from '../departments.ts'
import { administrators, people } from '../people.ts'
import type { PersonSeed, TeamKey } from '../shapes.ts'
import { teams } from '../teams.ts'
import type { Stage } from './stage.ts'

export interface Cast {
  /** By key: who acts, ready to be put on the stage. */
  actor(key: string): Actor & { id: number; organisationId: number | null }
  team: Record<TeamKey, number>
}

export async function loadPeople({ tx }: Stage, passwordHash: string): Promise<Cast> {
  const roleIds = await rolesOf(tx)
  const organisations = await loadDepartments(tx)
  const actors = new Map<string, Actor & { id: number; organisationId: number | null }>()
  for (const person of people) {
    const organisationId = organisations.get(person.department) ?? null
    const id = await loadPerson(tx, person, roleIds[roleOf(person)] ?? 0, organisationId, passwordHash)
    actors.set(person.key, { kind: 'person', id, organisationId, name: person.name, permissions: new Set() })
  }
  const actor: Cast['actor'] = (key) => {
    const found = actors.get(key)
    if (!found) throw new Error(`nobody is called ${key}`)
    return found
  }
  return { actor, team: await loadTeams(tx, actor) }
}

function roleOf(person: PersonSeed): BuiltInRole {
  if (administrators.includes(person.key)) return 'administrator'
  if (teams.some((team) => team.lead === person.key)) return 'lead'
  return person.department === 'it' ? 'technician' : 'requester'
}

async function rolesOf(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx.selectFrom('people.role').select(['id', 'builtIn']).where('builtIn', 'is not', null).execute()
  return Object.fromEntries(rows.map((row) => [row.builtIn, row.id]))
}

async function loadDepartments(tx: Tx): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const { key, name, vip = false, sharesTickets = false } of departments) {
    const { id } = await tx
      .insertInto('people.organisation')
      .values({
        name,
        vip,
        sharesTickets,
        kind: key === 'practice' ? 'customer' : 'department',
        defaultServiceLevel: vip ? 'Gold' : null,
        createdAt: tx.now,
        updatedAt: tx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tell(tx, organisationAdded, id, { name })
    ids.set(key, id)
  }
  const domains = { practice: 'harbour-road-practice.example', hafenklinik: 'hafenklinik.example' }
  for (const [key, domain] of Object.entries(domains)) {
    const organisationId = ids.get(key)
    if (organisationId) await tx.insertInto('people.organisationDomain').values({ domain, organisationId }).execute()
  }
  return ids
}

async function loadPerson(
  tx: Tx,
  person: PersonSeed,
  roleId: number,
  organisationId: number | null,
  hash: string,
): Promise<number> {
  const { name, email, language, timeZone, location, title } = person
  const words = name.split(' ')
  const { id } = await tx
    .insertInto('people.person')
    .values({
      name,
      givenName: words[0] ?? null,
      familyName: words.slice(1).join(' ') || null,
      language,
      timeZone,
      location,
      jobTitle: title,
      vip: person.tags.includes('executive'),
      organisationId,
      roleId,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('people.personAddress')
    .values(
      [email, ...(person.otherEmails ?? [])].map((address, index) => ({
        personId: id,
        email: address,
        isPrimary: index === 0,
        verified: true,
        createdAt: tx.now,
      })),
    )
    .execute()
  await tx
    .insertInto('people.personPhone')
    .values([
      { personId: id, number: person.phone, label: 'work' as const },
      ...(person.mobile ? [{ personId: id, number: person.mobile, label: 'mobile' as const }] : []),
    ])
    .execute()
  await tx.insertInto('people.password').values({ personId: id, hash, changedAt: tx.now }).execute()
  await tell(tx, personAdded, id, { name, email, organisationId, roleId })
  return id
}

async function loadTeams(tx: Tx, actor: Cast['actor']): Promise<Record<TeamKey, number>> {
  const ids: Partial<Record<TeamKey, number>> = {}
  for (const { key, name, tier, visibility, description, lead, members } of teams) {
    const { id } = await tx
      .insertInto('people.team')
      .values({ name, tier, visibility, description, createdAt: tx.now, updatedAt: tx.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tell(tx, teamAdded, id, { name, tier, visibility })
    for (const { person, skills } of members)
      await putMember(tx, id, actor(person).id, { lead: person === lead, skills })
    ids[key] = id
  }
  return ids as Record<TeamKey, number>
}
