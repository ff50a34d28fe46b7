import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { aPerson, aTeam } from '../testkit/index.ts'
import { createAdministrator, createApiKeyFor, ensureSetUpToken } from './index.ts'

const password = 'correct horse battery'
const desks: TestDesk[] = []
let desk: TestDesk

beforeEach(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  desks.push(desk)
})
afterEach(() => desk.drain())
afterAll(() => Promise.all(desks.map((each) => each.stop())))

async function lastMail() {
  return desk.db.selectFrom('platform.outbox').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
}
const lastToken = async () => /\/invitation\?token=([\w-]+)/.exec((await lastMail()).text)?.[1] ?? ''
const browser = (headers: Record<string, unknown>) =>
  desk.speaker({ cookie: String(headers['set-cookie']).split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' })

describe('an invitation', () => {
  let admin: Persona
  const roleId = async (builtIn: string): Promise<number> =>
    (await admin.get('/api/v1/roles')).body.items.find((role: { builtIn: string }) => role.builtIn === builtIn).id
  const accept = (token: string) =>
    desk.anonymous.post('/api/v1/invitations/accept', { token, name: 'Tina Technik', password })

  beforeEach(async () => {
    admin = await desk.as('administrator', { name: 'Adele' })
    await admin.patch('/api/v1/desk', { organisationName: 'Harbour Hospital' })
  })

  it('leads to a person with role and teams who is signed in, once', async () => {
    const team = await aTeam(desk.cx(), { name: 'Service desk' })
    const body = { email: 'tina@x.org', roleId: await roleId('technician'), teamIds: [team.id] }
    const made = await admin.post('/api/v1/invitations', body)
    expect(made).toMatchObject({
      status: 201,
      body: { email: 'tina@x.org', person: { name: 'Tina' }, acceptedAt: null },
    })
    expect(await lastMail()).toMatchObject({ subject: expect.stringContaining('Harbour Hospital'), automatic: true })
    const token = await lastToken()
    const seen = await desk.anonymous.post('/api/v1/invitations/look-up', { token })
    expect(seen.body).toEqual({ name: 'Tina', email: 'tina@x.org', organisationName: 'Harbour Hospital' })
    const both = await Promise.all([accept(token), accept(token)])
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 410])
    const winner = both.find((answer) => answer.status === 201)
    expect(winner?.body).toMatchObject({
      name: 'Tina Technik',
      role: { name: 'Technician' },
      teams: [{ name: 'Service desk' }],
    })
    expect((await browser(winner?.headers ?? {}).get('/api/v1/persons')).status).toBe(200)
    expect((await admin.get('/api/v1/invitations')).body.items).toEqual([])
    expect((await admin.post('/api/v1/invitations', body)).body.code).toBe('invitation.not_needed')
  })

  it('sent again has a new link, and the old one is dead; so are old ones and withdrawn ones', async () => {
    const role = await roleId('technician')
    const { id } = (await admin.post('/api/v1/invitations', { email: 'a@x.org', roleId: role })).body
    const first = await lastToken()
    expect((await admin.post(`/api/v1/invitations/${id}/mails`)).status).toBe(201)
    const second = await lastToken()
    expect((await accept(first)).status).toBe(410)
    desk.clock.advance(8 * 86_400_000)
    expect((await accept(second)).status).toBe(410)
    const later = await desk.as('administrator', { email: admin.email })
    await later.post(`/api/v1/invitations/${id}/mails`)
    const third = await lastToken()
    expect((await later.delete(`/api/v1/invitations/${id}`)).status).toBe(204)
    expect((await accept(third)).status).toBe(410)
  })

  it('that is withdrawn leaves an ordinary requester', async () => {
    const team = await aTeam(desk.cx(), { visibility: 'members' })
    const body = { email: 'b@x.org', roleId: await roleId('administrator'), teamIds: [team.id] }
    const { id, person } = (await admin.post('/api/v1/invitations', body)).body
    await admin.delete(`/api/v1/invitations/${id}`)
    const left = (await admin.get(`/api/v1/persons/${person.id}`)).body
    expect(left).toMatchObject({ role: { name: 'Requester' }, teams: [], signsInBy: { invited: false } })
  })

  it('is in the language of the person', async () => {
    await aPerson(desk.cx(), { email: 'kurt@x.org', language: 'de' })
    await admin.post('/api/v1/invitations', { email: 'kurt@x.org', roleId: await roleId('technician') })
    expect((await lastMail()).subject).toBe('Einladung zum Helpdesk von Harbour Hospital')
  })
})

describe('the first run', () => {
  const input = {
    organisationName: 'Harbour Hospital',
    name: 'Ada First',
    email: 'ada@x.org',
    password,
    language: 'de',
  }
  const setUp = (token: string) => desk.anonymous.post('/api/v1/set-up', { ...input, token })
  const tokenNow = () => desk.cx().tx((tx) => ensureSetUpToken(tx))

  it('makes one administrator with the token that was printed last', async () => {
    const old = (await tokenNow()) ?? ''
    const token = (await tokenNow()) ?? ''
    expect((await desk.anonymous.get('/api/v1/desk')).body.setUpNeeded).toBe(true)
    expect((await setUp(old)).body.code).toBe('set_up.refused')
    const both = await Promise.all([setUp(token), setUp(token)])
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 403])
    const ada = browser(both.find((answer) => answer.status === 201)?.headers ?? {})
    expect((await ada.get('/api/v1/me')).body).toMatchObject({ name: 'Ada First', language: 'de' })
    expect((await ada.get('/api/v1/roles')).status).toBe(200)
    expect(await tokenNow()).toBeNull()
    expect((await desk.anonymous.get('/api/v1/desk')).body).toMatchObject({
      organisationName: 'Harbour Hospital',
      setUpNeeded: false,
    })
  })

  it('does not work any more once there is an administrator from elsewhere', async () => {
    const token = (await tokenNow()) ?? ''
    await desk.cx().tx((tx) => createAdministrator(tx, { email: 'root@x.org', password }))
    expect((await setUp(token)).status).toBe(403)
    expect((await desk.anonymous.post('/api/v1/session', { email: 'root@x.org', password })).status).toBe(201)
  })

  it('can be done from the command line, with an invitation instead of a password', async () => {
    const cx = desk.cx()
    const { invitationToken } = await cx.tx((tx) => createAdministrator(tx, { email: 'cli@x.org' }))
    const body = { token: invitationToken, name: 'Cli', password }
    expect((await desk.anonymous.post('/api/v1/invitations/accept', body)).body.role.name).toBe('Administrator')
    const token = await cx.tx((tx) => createApiKeyFor(tx, { name: 'script', role: 'technician' }))
    expect((await desk.speaker({ authorization: `Bearer ${token}` }).get('/api/v1/teams')).status).toBe(200)
  })
})
