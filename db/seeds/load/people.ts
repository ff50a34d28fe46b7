import { hashPassword } from '@better-auth/utils/password'
import type pg from 'pg'
import type { Random } from '../random.ts'
import { Rows } from './copy.ts'
import type { Scale } from './scale.ts'

export interface Ids {
  organisations: number[]
  requesters: number[]
  technicians: number[]
  teams: number[]
  /** Members of each team, by team. */
  members: number[][]
  services: { id: number; categories: number[] }[]
}

export const loadPassword = 'load-world-42'
export const loadAdministrator = { email: 'admin@load.example', name: 'Ada Load' }

/** Everyone and everything that tickets refer to; ids come after what is there already. */
export async function loadPeople(client: pg.ClientBase, random: Random, scale: Scale): Promise<Ids> {
  const { rows } = await client.query<{
    person: number
    team: number
    organisation: number
    requester: number
    technician: number
    administrator: number
  }>(`
    select coalesce((select max(id) from people.person), 0) as person, coalesce((select max(id) from people.team), 0) as team,
      coalesce((select max(id) from people.organisation), 0) as organisation,
      (select id from people.role where built_in = 'requester') as requester,
      (select id from people.role where built_in = 'technician') as technician,
      (select id from people.role where built_in = 'administrator') as administrator`)
  const last = rows[0]
  if (!last) throw new Error('there are no roles')
  const range = (after: number, count: number) => Array.from({ length: count }, (_, index) => after + 1 + index)
  const organisations = range(last.organisation, scale.organisations)
  const technicians = range(last.person + 1, scale.technicians)
  const requesters = range(last.person + 1 + scale.technicians, scale.requesters)
  const teams = range(last.team, scale.teams)
  const at = scale.from

  const organisationRows = new Rows('people.organisation', [
    'id',
    'name',
    'kind',
    'vip',
    'shares_tickets',
    'created_at',
    'updated_at',
  ])
  for (const id of organisations)
    organisationRows.add([id, `Department ${id}`, 'department', id % 25 === 0, id % 3 === 0, at, at])
  await organisationRows.send(client)

  const personRows = new Rows('people.person', [
    'id',
    'name',
    'given_name',
    'family_name',
    'language',
    'time_zone',
    'location',
    'organisation_id',
    'role_id',
    'created_at',
    'updated_at',
  ])
  const addressRows = new Rows('people.person_address', ['person_id', 'email', 'is_primary', 'verified', 'created_at'])
  const add = (id: number, name: string, email: string, role: number, organisation: number | null) => {
    const [given = '', family = ''] = name.split(' ')
    personRows.add([
      id,
      name,
      given,
      family,
      id % 9 === 0 ? 'de' : 'en',
      'Europe/London',
      `Building ${1 + (id % 12)}, room ${100 + (id % 400)}`,
      organisation,
      role,
      at,
      at,
    ])
    addressRows.add([id, email, true, true, at])
  }
  const administrator = last.person + 1
  add(administrator, loadAdministrator.name, loadAdministrator.email, last.administrator, null)
  const nameOf = () => {
    const word = () => random.pick(scale.vocabulary)
    const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
    return `${capital(word())} ${capital(word())}`
  }
  for (const id of technicians) add(id, nameOf(), `technician${id}@load.example`, last.technician, null)
  for (const id of requesters) add(id, nameOf(), `person${id}@load.example`, last.requester, random.pick(organisations))
  await personRows.send(client)
  await addressRows.send(client)

  const teamRows = new Rows('people.team', ['id', 'name', 'tier', 'visibility', 'created_at', 'updated_at'])
  for (const [index, id] of teams.entries())
    teamRows.add([
      id,
      `Team ${id}`,
      index < 4 ? 1 : index < 9 ? 2 : 3,
      index === scale.teams - 1 ? 'members' : 'everyone',
      at,
      at,
    ])
  await teamRows.send(client)
  const members = teams.map((_, team) => technicians.filter((_, index) => index % scale.teams === team))
  const memberRows = new Rows('people.team_member', ['team_id', 'person_id', 'lead', 'added_at'])
  for (const [team, ids] of members.entries())
    for (const [index, id] of ids.entries()) memberRows.add([teams[team] ?? 0, id, index === 0, at])
  await memberRows.send(client)
  const hash = await hashPassword(loadPassword)
  await client.query('insert into people.password (person_id, hash) values ($1, $2)', [administrator, hash])
  for (const table of ['people.organisation', 'people.person', 'people.team'])
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`)
  return { organisations, requesters, technicians, teams, members, services: await servicesOf(client) }
}

async function servicesOf(client: pg.ClientBase): Promise<Ids['services']> {
  const { rows } = await client.query<{ id: number; categories: number[] }>(`
    select s.id, to_json(array(select c.id from catalog.category c where c.service_id = s.id and c.active order by c.id)) as categories
    from catalog.service s where s.active order by s.id`)
  return rows
}
