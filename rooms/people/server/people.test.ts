import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { anOrganisation, aPerson, aTeam } from '../testkit/index.ts'
import { findOrAddRequester, findPersonByEmail, personCards, teamsFor } from './index.ts'

let desk: TestDesk
let admin: Persona
let technician: Persona
let requester: Persona

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  admin = await desk.as('administrator', { name: 'Adele Admin', email: 'adele@desk.org' })
  technician = await desk.as('technician', { name: 'Tom Technik', email: 'tom@desk.org' })
  requester = await desk.as('requester', { name: 'Rita Requester', email: 'rita@desk.org' })
  await aPerson(desk.cx(), { name: 'Zoë Zimmer', email: 'zz@desk.org' })
})
afterAll(() => desk.stop())

const roleId = async (builtIn: string): Promise<number> =>
  (await admin.get('/api/v1/roles')).body.items.find((role: { builtIn: string }) => role.builtIn === builtIn).id

const factNames = async (kind: string, id: number) =>
  (
    await desk.db
      .selectFrom('platform.fact')
      .select('name')
      .where('subjectKind', '=', kind)
      .where('subjectId', '=', id)
      .orderBy('id')
      .execute()
  ).map((fact) => fact.name)

describe('persons', () => {
  it('are added once per idempotency key, changed, and every change is a fact', async () => {
    const body = { name: 'Nora Nurse', email: 'nora@desk.org', jobTitle: 'Nurse', phone: '+49 30 1234' }
    const add = () => admin.post('/api/v1/persons', body, { headers: { 'idempotency-key': 'nora-1' } })
    const [first, second] = [await add(), await add()]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.id).toBe(first.body.id)
    expect(first.body).toMatchObject({
      name: 'Nora Nurse',
      email: 'nora@desk.org',
      role: { name: 'Requester' },
      vip: false,
    })
    const url = `/api/v1/persons/${first.body.id}`
    expect((await admin.patch(url, { vip: true, location: 'Ward 3' })).body).toMatchObject({ vip: true, version: 2 })
    expect((await admin.post(`${url}/addresses`, { email: 'nn@desk.org' })).body.addresses).toHaveLength(2)
    expect(await factNames('person', first.body.id)).toEqual(['person.added', 'person.changed', 'person.address_added'])
  })

  it('are not overwritten by whoever read an older state', async () => {
    const { id } = await aPerson(desk.cx(), { name: 'Contested' })
    const url = `/api/v1/persons/${id}`
    const seen = String((await admin.get(url)).headers.etag)
    expect((await admin.patch(url, { location: 'A' }, { headers: { 'if-match': seen } })).status).toBe(200)
    const late = await admin.patch(url, { location: 'B' }, { headers: { 'if-match': seen } })
    expect(late).toMatchObject({ status: 412, body: { code: 'http.stale', current: { location: 'A', version: 2 } } })
  })

  it.each([
    ['parts of a name', 'zim zo', 'Zoë Zimmer'],
    ['without the accent', 'zoe', 'Zoë Zimmer'],
    ['part of an address', 'zz@des', 'Zoë Zimmer'],
    ['two letters that begin a word', 'zi', 'Zoë Zimmer'],
    ['a typing error', 'Zimer', 'Zoë Zimmer'],
  ])('are found by %s', async (_, q, name) => {
    const found = await technician.get(`/api/v1/persons?q=${encodeURIComponent(q)}`)
    expect(found.body.items.map((person: { name: string }) => person.name)).toContain(name)
  })

  it('are found with what is typed taken literally, first whose name begins so', async () => {
    await aPerson(desk.cx(), { name: 'Joan Quill', email: 'joan@desk.org' })
    await aPerson(desk.cx(), { name: 'Quentin Adams', email: 'qa@desk.org' })
    const names = (await technician.get('/api/v1/persons?q=qu')).body.items.map((p: { name: string }) => p.name)
    expect(names.slice(0, 2)).toEqual(['Quentin Adams', 'Joan Quill'])
    expect((await technician.get('/api/v1/persons?q=%25')).body.items).toEqual([])
  })

  it('are all listed once, page by page', async () => {
    for (let nth = 0; nth < 7; nth++) await aPerson(desk.cx(), { name: nth % 2 ? 'Same Name' : 'same name' })
    const seen: number[] = []
    let cursor = ''
    do {
      const page = (await technician.get(`/api/v1/persons?limit=3${cursor && `&cursor=${cursor}`}`)).body
      seen.push(...page.items.map((person: { id: number }) => person.id))
      cursor = page.nextCursor ?? ''
    } while (cursor)
    const all = await desk.db.selectFrom('people.person').select('id').where('active', '=', true).execute()
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.sort()).toEqual(all.map((person) => person.id).sort())
  })

  it('lose their sessions when they are deactivated, at once', async () => {
    const leaver = await desk.as('technician')
    expect((await leaver.get('/api/v1/me')).status).toBe(200)
    expect((await admin.delete(`/api/v1/persons/${leaver.id}/activation`)).body.active).toBe(false)
    expect((await leaver.get('/api/v1/me')).status).toBe(401)
    expect((await admin.put(`/api/v1/persons/${leaver.id}/activation`)).body.active).toBe(true)
    expect((await leaver.get('/api/v1/me')).status).toBe(401)
  })

  it('have addresses nobody else has, and always a primary one', async () => {
    const { id } = await aPerson(desk.cx(), { email: 'one@desk.org' })
    const url = `/api/v1/persons/${id}/addresses`
    expect((await admin.post(url, { email: 'RITA@desk.org' })).body.code).toBe('person.address_taken')
    const two = (await admin.post(url, { email: 'two@desk.org' })).body.addresses[1]
    const one = (await admin.get(`/api/v1/persons/${id}`)).body.addresses[0]
    expect((await admin.delete(`${url}/${one.id}`)).body.code).toBe('person.address_is_primary')
    expect((await admin.put(`${url}/${two.id}/primary`)).body.email).toBe('two@desk.org')
    expect((await admin.delete(`${url}/${one.id}`)).body.addresses).toHaveLength(1)
  })

  it('cannot be managed by whoever may do less than they', async () => {
    const clerk = await desk.as('requester', { name: 'Clerk' })
    const role = await admin.post('/api/v1/roles', { name: 'Clerk', permissions: ['people.read', 'people.manage'] })
    await admin.patch(`/api/v1/persons/${clerk.id}`, { roleId: role.body.id })
    expect((await clerk.patch(`/api/v1/persons/${requester.id}`, { location: 'Here' })).status).toBe(200)
    const url = `/api/v1/persons/${admin.id}`
    const refused = await clerk.post(`${url}/addresses`, { email: 'clerk@evil.org' })
    expect(refused).toMatchObject({ status: 403, body: { code: 'people.not_allowed' } })
    expect((await clerk.get(url)).body.abilities.change).toMatchObject({ allowed: false, reason: expect.any(String) })
    const grab = await clerk.patch(`/api/v1/persons/${requester.id}`, { roleId: await roleId('administrator') })
    expect(grab.status).toBe(403)
    const invite = { email: 'friend@evil.org', roleId: await roleId('administrator') }
    expect((await clerk.post('/api/v1/invitations', invite)).status).toBe(403)
    expect((await clerk.patch(`/api/v1/persons/${clerk.id}`, { roleId: await roleId('requester') })).status).toBe(403)
  })
})

describe('an unknown sender', () => {
  it('becomes one requester, however many mails come at once, in the organisation of the domain', async () => {
    const organisation = await anOrganisation(desk.cx(), { name: 'Acme', kind: 'customer', domains: ['acme.example'] })
    const cx = desk.cx()
    const found = await Promise.all(
      Array.from({ length: 8 }, () => cx.tx((tx) => findOrAddRequester(tx, { email: 'Jo.Doe@ACME.example' }))),
    )
    expect(new Set(found.map((person) => person.id)).size).toBe(1)
    expect(found.filter((person) => person.added)).toHaveLength(1)
    const person = await findPersonByEmail(desk.db, 'jo.doe@acme.example')
    expect(person).toMatchObject({ name: 'Jo Doe', organisation })
    const same = await desk.db.selectFrom('people.person').select('id').where('name', '=', 'Jo Doe').execute()
    expect(same).toHaveLength(1)
  })

  it.each(['', 'nobody', 'a b@x.org', '@x.org', `${'a'.repeat(250)}@x.org`])('needs an address: %j', async (email) => {
    await expect(desk.cx().tx((tx) => findOrAddRequester(tx, { email }))).rejects.toMatchObject({
      code: 'person.bad_address',
    })
  })

  it('keeps a readable name, whatever the header held', async () => {
    const named = async (name: string) =>
      (await desk.cx().tx((tx) => findOrAddRequester(tx, { email: `n${name.length}@x.org`, name }))).name
    expect(await named(' Eve\r\nBcc: x\u0000 ')).toBe('Eve Bcc: x')
    expect(await named(' \u0007')).toBe('N2')
    expect(await named('x'.repeat(300))).toHaveLength(200)
  })

  it('is shown by card with others, leaving out ids of nobody', async () => {
    const cards = await personCards(desk.db, [requester.id, admin.id, requester.id, 999_999])
    expect([...cards.keys()].sort()).toEqual([admin.id, requester.id].sort())
    expect(cards.get(requester.id)).toMatchObject({
      name: 'Rita Requester',
      email: 'rita@desk.org',
      organisation: null,
    })
  })
})

describe('a private team', () => {
  it('is hidden from whoever is not in it, and appears at once to whoever joins', async () => {
    const team = await aTeam(desk.cx(), { name: 'Security', visibility: 'members' })
    const names = async (who: Persona) =>
      (await who.get('/api/v1/teams')).body.items.map((t: { name: string }) => t.name)
    expect(await names(technician)).not.toContain('Security')
    expect((await technician.get(`/api/v1/teams/${team.id}`)).status).toBe(404)
    expect(await names(admin)).toContain('Security')
    await admin.put(`/api/v1/teams/${team.id}/members/${technician.id}`, { lead: true, skills: ['forensics'] })
    expect(await names(technician)).toContain('Security')
    expect((await technician.get(`/api/v1/teams/${team.id}`)).body.members).toMatchObject([
      { name: 'Tom Technik', lead: true, skills: ['forensics'] },
    ])
    expect((await technician.get('/api/v1/me')).body.teams).toContainEqual({
      id: team.id,
      name: 'Security',
      lead: true,
    })
    await admin.delete(`/api/v1/teams/${team.id}/members/${technician.id}`)
    expect(await names(technician)).not.toContain('Security')
    expect(await factNames('team', team.id)).toEqual(['team.member_added', 'team.member_removed'])
  })

  it('is hidden from API keys, and from the person pages of its members', async () => {
    const team = await aTeam(desk.cx(), { name: 'Works council', visibility: 'members' })
    const member = await desk.as('technician', { teams: [team.id] })
    const key = await desk.asKey('technician')
    expect((await key.get('/api/v1/teams')).text).not.toContain('Works council')
    expect((await technician.get(`/api/v1/persons/${member.id}`)).body.teams).toEqual([])
    expect((await technician.get(`/api/v1/persons?team=${team.id}`)).body.items).toEqual([])
    expect((await member.get(`/api/v1/persons/${member.id}`)).body.teams).toEqual([team])
    const actor = { kind: 'person' as const, id: 1, name: '', permissions: new Set<string>(), hiddenTeamIds: [team.id] }
    expect((await teamsFor(desk.db, actor)).map((each) => each.id)).not.toContain(team.id)
  })
})

describe('organisations', () => {
  it('have names and mail domains of their own', async () => {
    const made = await admin.post('/api/v1/organisations', { name: 'Surgery', domains: ['surgery.example'], vip: true })
    expect(made.body).toMatchObject({ name: 'Surgery', kind: 'department', domains: ['surgery.example'], version: 1 })
    expect((await admin.post('/api/v1/organisations', { name: 'SURGERY' })).body.code).toBe('organisation.name_taken')
    const other = await admin.post('/api/v1/organisations', { name: 'Radiology', domains: ['Surgery.example'] })
    expect(other.body.code).toBe('organisation.domain_taken')
    const url = `/api/v1/organisations/${made.body.id}`
    expect((await admin.patch(url, { sharesTickets: true, domains: [] })).body).toMatchObject({
      domains: [],
      version: 2,
    })
    await aPerson(desk.cx(), { organisationId: made.body.id })
    expect((await admin.delete(url)).body.code).toBe('organisation.in_use')
    expect((await technician.get('/api/v1/organisations?q=surg')).body.items).toHaveLength(1)
  })
})

describe('roles', () => {
  it('of the program follow its declarations until they are changed, and can be restored', async () => {
    const id = await roleId('technician')
    const before = (await admin.get(`/api/v1/roles/${id}`)).body
    expect(before).toMatchObject({ customised: false })
    expect((await requester.get('/api/v1/persons')).status).toBe(403)
    const fewer = before.permissions.filter((name: string) => name !== 'people.read')
    const preview = await admin.post(`/api/v1/roles/${id}/previews`, { permissions: fewer })
    expect(preview.body).toMatchObject({ added: [], removed: ['people.read'], refusal: null })
    expect(preview.body.persons).toBe(before.persons)
    expect((await technician.get('/api/v1/persons')).status).toBe(200)
    expect((await admin.patch(`/api/v1/roles/${id}`, { permissions: fewer })).body.customised).toBe(true)
    expect((await technician.get('/api/v1/persons')).status).toBe(403)
    expect((await admin.delete(`/api/v1/roles/${id}/customisation`)).body.permissions).toEqual(before.permissions)
    expect((await technician.get('/api/v1/persons')).status).toBe(200)
    expect((await admin.delete(`/api/v1/roles/${id}`)).body.code).toBe('role.built_in')
  })

  it('can be copied, and deleted once nobody has them', async () => {
    const copy = await admin.post('/api/v1/roles', { name: 'Night shift', copyOf: await roleId('technician') })
    expect(copy.body.permissions).toContain('people.read')
    const { id } = await aPerson(desk.cx())
    await admin.patch(`/api/v1/persons/${id}`, { roleId: copy.body.id })
    expect((await admin.delete(`/api/v1/roles/${copy.body.id}`)).body.code).toBe('role.in_use')
    await admin.patch(`/api/v1/persons/${id}`, { roleId: await roleId('requester') })
    expect((await admin.delete(`/api/v1/roles/${copy.body.id}`)).status).toBe(204)
    expect((await admin.post('/api/v1/roles', { name: 'X', permissions: ['make.coffee'] })).body.code).toBe(
      'role.unknown_permission',
    )
  })

  it('never leave the desk without somebody who may manage them', async () => {
    const id = await roleId('administrator')
    const all = (await admin.get(`/api/v1/roles/${id}`)).body.permissions
    const change = { permissions: all.filter((name: string) => name !== 'people.manageRoles') }
    expect((await admin.post(`/api/v1/roles/${id}/previews`, change)).body.refusal).toMatch(/nobody could manage roles/)
    expect((await admin.patch(`/api/v1/roles/${id}`, change)).body.code).toBe('people.last_administrator')
    expect((await admin.get('/api/v1/me')).body.permissions).toContain('people.manageRoles')
  })

  it('stay with one of two administrators who deactivate each other at the same moment', async () => {
    const other = await startDesk()
    const [a, b] = [await other.as('administrator'), await other.as('administrator')]
    await Promise.all([a.delete(`/api/v1/persons/${b.id}/activation`), b.delete(`/api/v1/persons/${a.id}/activation`)])
    const left = await other.db.selectFrom('people.person').select('id').where('active', '=', true).execute()
    await other.stop()
    expect(left.length).toBeGreaterThanOrEqual(1)
  })
})

describe('API keys', () => {
  it('are shown once, act with their role, and stop at once when revoked', async () => {
    const made = await admin.post('/api/v1/api-keys', { name: 'Monitoring', roleId: await roleId('technician') })
    expect(made.body.token).toMatch(/^dh_[\w-]{43}$/)
    const { id, token } = made.body
    expect((await admin.get('/api/v1/api-keys')).text).not.toContain(token)
    const key = desk.speaker({ authorization: `Bearer ${token}` })
    expect((await key.get('/api/v1/persons')).status).toBe(200)
    expect((await key.get('/api/v1/roles')).status).toBe(403)
    expect((await key.get('/api/v1/me')).body.code).toBe('session.persons_only')
    expect((await admin.get('/api/v1/api-keys')).body.items[0].lastUsedAt).not.toBeNull()
    expect((await admin.delete(`/api/v1/api-keys/${id}`)).status).toBe(204)
    expect((await key.get('/api/v1/persons')).body.code).toBe('api_key.unknown')
    const stored = await desk.db.selectFrom('people.apiKey').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(await factNames('api_key', id)).toEqual(['api_key.created', 'api_key.revoked'])
  })
})

describe('colleagues', () => {
  it('are those of one’s own organisation, unless one may read the directory; names only', async () => {
    const { id } = await anOrganisation(desk.cx(), { name: 'Kitchen' })
    const cook = await desk.as('requester', { name: 'Carl Cook', organisationId: id })
    await aPerson(desk.cx(), { name: 'Clara Cook', organisationId: id })
    await aPerson(desk.cx(), { name: 'Curt Cook' })
    const names = async (who: Persona) => {
      const { items } = (await who.get('/api/v1/colleagues?q=cook')).body
      return items.map((item: { name: string }) => item.name)
    }
    expect(await names(cook)).toEqual(['Carl Cook', 'Clara Cook'])
    expect(await names(requester)).toEqual([])
    expect(await names(technician)).toEqual(['Carl Cook', 'Clara Cook', 'Curt Cook'])
  })
})

describe('preferences', () => {
  it('are one’s own to change, but not the role', async () => {
    const change = { name: 'Rita R.', language: 'de', timeZone: 'Europe/Berlin', theme: 'dark', density: 'compact' }
    expect((await requester.patch('/api/v1/me', change)).body).toMatchObject(change)
    expect((await requester.patch('/api/v1/me', { roleId: 4 })).status).toBe(422)
    expect((await requester.patch('/api/v1/me', { timeZone: 'Mars/Olympus' })).body.code).toBe(
      'people.unknown_time_zone',
    )
  })
})
