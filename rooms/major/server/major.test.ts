import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { aTeam } from '../../people/testkit/index.ts'

let desk: TestDesk
let tina: Persona
let tom: Persona
let lena: Persona
let requesters: Persona[]
const base = '/api/v1/major-incidents'

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  tina = await desk.as('technician', { name: 'Tina Tier', teams: ['Service desk'] })
  tom = await desk.as('technician', { name: 'Tom Tier', teams: ['Service desk'] })
  lena = await desk.as('lead', { name: 'Lena Lead' })
  requesters = [
    await desk.as('requester', { name: 'Rita Request' }),
    await desk.as('requester', { name: 'Rob Request' }),
    await desk.as('requester', { name: 'Ruth Request' }),
  ]
})
beforeEach(async () => {
  await desk.drain()
  await desk.db.deleteFrom('platform.outbox').execute()
})
afterAll(() => desk.stop())

async function open(who: Persona, subject = 'No mail on any computer'): Promise<number> {
  const made = await who.post('/api/v1/tickets', { subject, description: 'Mail does not work since nine.' })
  expect(made.status, made.text).toBe(201)
  await desk.drain()
  return made.body.number
}
const wish = { title: 'E-mail is down', reason: 'Three wards call', banner: true }
const replies = async (number: number) =>
  (await tina.get(`/api/v1/tickets/${number}/messages`)).body.items.filter(
    (one: { kind: string; direction: string; first?: boolean }) => one.kind === 'reply' && one.direction === 'out',
  )

describe('a major incident', () => {
  let lead: number
  let child: number
  let later: number

  test('is declared from a ticket, once, with a coordinator who may see it', async () => {
    lead = await open(requesters[0] as Persona)
    child = await open(requesters[1] as Persona)
    const nobody = await tina.post(`/api/v1/tickets/${lead}/major-incident`, {
      ...wish,
      coordinator: requesters[0]?.id,
    })
    expect(nobody.body.code).toBe('major.unknown_coordinator')
    const made = await tina.post(`/api/v1/tickets/${lead}/major-incident`, wish)
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({
      number: lead,
      title: 'E-mail is down',
      coordinator: { name: 'Tina Tier' },
      ended: null,
    })
    expect((await lena.post(`/api/v1/tickets/${lead}/major-incident`, wish)).body.code).toBe('major.already')
    expect((await tina.get(`/api/v1/tickets/${lead}/major-incident`)).body.incident.number).toBe(lead)
    expect((await (requesters[0] as Persona).post(`/api/v1/tickets/${child}/major-incident`, wish)).status).toBe(403)
  })

  test('gathers tickets, each under one only', async () => {
    const gathered = await tina.post(`${base}/${lead}/tickets`, { numbers: [child] })
    expect(gathered.status, gathered.text).toBe(201)
    expect(gathered.body.gathered).toBe(1)
    expect((await tina.post(`${base}/${lead}/tickets`, { numbers: [child] })).body.gathered).toBe(1)
    expect((await tom.post(`${base}/${lead}/tickets`, { numbers: [child] })).body.code).toBe('major.not_coordinator')
    expect((await tina.post(`/api/v1/tickets/${child}/major-incident`, wish)).body.code).toBe('major.already')
    expect((await tina.get(`/api/v1/tickets/${child}/major-incident`)).body.incident.number).toBe(lead)
  })

  test('says an update once, and every requester gets it, once', async () => {
    const said = await tina.post(`${base}/${lead}/updates`, {
      text: 'We found the server.',
      public: true,
      nextInMinutes: 30,
    })
    expect(said.status, said.text).toBe(201)
    await tina.post(`${base}/${lead}/updates`, { text: 'The disk smells.', public: false })
    await desk.drain()
    for (const number of [lead, child]) {
      const [reply, ...others] = await replies(number)
      expect(others).toEqual([])
      expect(reply.text).toBe('We found the server.')
    }
    const seen = (await tina.get(`${base}/${lead}`)).body
    expect(seen.updates).toMatchObject([
      { public: false, told: 0 },
      { text: 'We found the server.', told: 2 },
    ])
    expect(seen.nextUpdateAt).toBe('2026-03-02T09:30:00.000Z')
    const job = desk.assembly.jobs.find((one) => one.name === 'tell a requester an update')
    await job?.run(desk.cx(), { updateId: seen.updates[1].id, ticketNumber: child } as never)
    expect(await replies(child)).toHaveLength(1)
  })

  test('tells what was said last to whoever is gathered later', async () => {
    later = await open(requesters[2] as Persona)
    await tina.post(`${base}/${lead}/tickets`, { numbers: [later] })
    await desk.drain()
    expect(await replies(later)).toHaveLength(1)
    expect((await tina.delete(`${base}/${lead}/tickets/${later}`)).body.gathered).toBe(1)
    const minutes = (await tina.get(`${base}/${lead}`)).body.timeline.slice(-2)
    expect(minutes).toMatchObject([
      { what: 'major.gathered', words: `#${later}`, by: 'Tina Tier', bySystem: false },
      { what: 'major.released', words: `#${later}` },
    ])
  })

  test('stands in the portal for everybody, with what is public of it', async () => {
    const shown = (await desk.anonymous.get('/api/v1/announcements')).body.items
    expect(shown).toMatchObject([{ title: 'E-mail is down', update: { text: 'We found the server.' } }])
    expect(JSON.stringify(shown)).not.toContain('smells')
    const hidden = { title: 'E-mail is down', coordinator: tom.id, banner: false }
    expect((await lena.put(`${base}/${lead}`, hidden)).body.coordinator.name).toBe('Tom Tier')
    expect((await desk.anonymous.get('/api/v1/announcements')).body.items).toEqual([])
  })

  test('is not changed over what somebody else has changed meanwhile', async () => {
    const seen = await lena.get(`${base}/${lead}`)
    const read = { headers: { 'if-match': String(seen.headers.etag) } }
    const mine = { title: 'Mail is down in the west wing', coordinator: tom.id, banner: false }
    const saved = await tom.put(`${base}/${lead}`, mine, read)
    expect(saved.status, saved.text).toBe(200)
    const late = await lena.put(`${base}/${lead}`, { ...mine, title: 'Mail is slow' }, read)
    expect(late.status).toBe(412)
    expect(late.body.current).toMatchObject({ title: mine.title, version: saved.body.version })
    const now = { headers: { 'if-match': String(saved.headers.etag) } }
    expect((await lena.put(`${base}/${lead}`, { ...mine, title: 'E-mail is down' }, now)).status).toBe(200)
  })

  test('ends with a last word, and is reviewed after that', async () => {
    const review = {
      summary: 'A disk died.',
      cause: 'Age',
      well: 'Fast',
      better: 'Spare disks',
      actions: ['Buy disks'],
    }
    expect((await tom.put(`${base}/${lead}/review`, review)).body.code).toBe('major.not_over')
    const ended = await tom.put(`${base}/${lead}/end`, { text: 'Mail works again.' })
    expect(ended.body.ended.by).toBe('Tom Tier')
    await desk.drain()
    expect(await replies(child)).toHaveLength(2)
    expect((await tom.put(`${base}/${lead}/review`, review)).body.reviewed).toBe(true)
    const seen = (await tina.get(`${base}/${lead}`)).body
    expect(seen.review).toMatchObject({ cause: 'Age', by: 'Tom Tier' })
    expect(seen.timeline.map((one: { what: string }) => one.what)).toEqual(
      expect.arrayContaining(['major.declared', 'major.gathered', 'major.updated', 'major.ended', 'major.reviewed']),
    )
    expect((await tom.post(`${base}/${lead}/updates`, { text: 'One more', public: true })).body.code).toBe('major.over')
  })

  test('is over when its ticket is solved', async () => {
    const number = await open(requesters[0] as Persona)
    await tina.post(`/api/v1/tickets/${number}/major-incident`, wish)
    await tina.post(`/api/v1/tickets/${number}/resolution`, { cause: 'a', action: 'b', verification: 'c' })
    expect((await tina.get(`${base}/${number}`)).body.ended).not.toBeNull()
  })

  test('of a private team is nobody else’s', async () => {
    const number = await open(requesters[0] as Persona)
    await tina.post(`/api/v1/tickets/${number}/major-incident`, { ...wish, banner: false })
    const { id: team } = await aTeam(desk.cx(), { name: 'HR', visibility: 'members' })
    await desk.db.updateTable('ticket.ticket').set({ teamId: team }).where('number', '=', number).execute()
    expect((await tom.get(`${base}/${number}`)).status).toBe(404)
    const listed = (await tom.get(base)).body.items.map((one: { number: number }) => one.number)
    expect(listed).not.toContain(number)
  })
})
