import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let admin: Persona
let tina: Persona
let netta: Persona
let lena: Persona
let rita: Persona
let first: number
let second: number
let third: number
let number: number

const handOff = {
  problem: 'The ward printer prints blank pages since the update.',
  attempts: [{ tried: 'Changed the cartridge', outcome: 'Still blank' }],
  evidence: 'E-0x61011bed',
  affected: 'Ward 3, one printer',
  suspicion: 'The driver of the print server',
}
const at = (path = '') => `/api/v1/tickets/${number}/escalations${path}`
const ticket = async () => (await tina.get(`/api/v1/tickets/${number}`)).body
/** Whether the ticket stands in the list of those handed up to one's teams. */
const listedFor = async (who: Persona) =>
  (await who.get('/api/v1/tickets?flag=escalated&team=mine&limit=200')).body.items.some(
    (one: { number: number }) => one.number === number,
  )
const facts = async (name: string) =>
  (await tina.get(`/api/v1/tickets/${number}/timeline?limit=200`)).body.items.filter(
    (entry: { fact: string }) => entry.fact === name,
  )

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  admin = await desk.as('administrator')
  const team = async (name: string, tier: number, visibility = 'everyone') =>
    (await admin.post('/api/v1/teams', { name, tier, visibility })).body.id
  first = await team('Service Desk', 1)
  second = await team('Workplace', 2)
  third = await team('Network', 3)
  tina = await desk.as('technician', { name: 'Tina Tier' })
  netta = await desk.as('technician', { name: 'Netta Two' })
  lena = await desk.as('lead', { name: 'Lena Lead' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@example.org' })
  await admin.put(`/api/v1/teams/${first}/members/${tina.id}`, {})
  await admin.put(`/api/v1/teams/${second}/members/${netta.id}`, {})
})
afterAll(() => desk.stop())

beforeEach(async () => {
  desk.clock.set('2026-03-02T09:00:00Z')
  const opened = await rita.post('/api/v1/tickets', {
    subject: 'The printer prints blank pages',
    description: 'Since this morning every page is blank.',
    errorMessage: 'E-0x61011bed',
    location: 'Ward 3',
  })
  number = opened.body.number
  const taken = await tina.put(`/api/v1/tickets/${number}/assignment`, { team: first, assignee: tina.id })
  expect(taken.status).toBe(200)
})

describe('a ticket goes up only with a hand-off', () => {
  test('whatever door a technician takes', async () => {
    const moved = await tina.put(`/api/v1/tickets/${number}/assignment`, { team: second })
    expect(moved.status).toBe(409)
    expect(moved.body).toMatchObject({ code: 'escalation.hand_off_needed', field: 'body.team' })
    const bulk = await tina.post('/api/v1/bulk-changes', { numbers: [number], change: { team: second } })
    expect(JSON.stringify(bulk.body)).toContain('escalation.hand_off_needed')
    expect((await ticket()).team.id).toBe(first)
    expect((await tina.post(at(), {})).body.code).toBe('escalation.hand_off_missing')
    expect((await tina.post(at(), { override: { reason: 'just do' } })).body.code).toBe(
      'escalation.override_not_allowed',
    )
  })

  test.each(['problem', 'affected', 'suspicion'] as const)('that says the %s', async (field) => {
    const answer = await tina.post(at(), { handOff: { ...handOff, [field]: '  ' } })
    expect(answer.status).toBe(422)
    expect(answer.body.field).toBe(`body.handOff.${field}`)
  })

  test('and what was tried', async () => {
    expect((await tina.post(at(), { handOff: { ...handOff, attempts: [] } })).status).toBe(422)
  })

  test('but a lead may move it with a reason, which is on record', async () => {
    const moved = await lena.post(at(), { override: { reason: 'The whole ward stands still' } })
    expect(moved.status).toBe(201)
    expect(moved.body).toMatchObject({ handOff: null, reason: 'The whole ward stands still', to: { id: second } })
    expect((await facts('escalation.started'))[0].data.withoutHandOff).toBe('The whole ward stands still')
  })

  test('down and sideways it goes freely, and a slip is undone', async () => {
    await lena.post(at(), { override: { reason: 'to begin with' } })
    expect((await netta.put(`/api/v1/tickets/${number}/assignment`, { team: first })).status).toBe(200)
    expect((await netta.put(`/api/v1/tickets/${number}/assignment`, { team: second })).status).toBe(200)
    expect((await netta.put(`/api/v1/tickets/${number}/assignment`, { team: first })).status).toBe(200)
    desk.clock.set('2026-03-02T09:30:00Z')
    expect((await netta.put(`/api/v1/tickets/${number}/assignment`, { team: second })).status).toBe(409)
  })
})

test('the draft says what the ticket says already', async () => {
  await tina.post(`/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'Changed the cartridge, still blank.' })
  const draft = (await tina.get(at('/draft'))).body
  expect(draft).toMatchObject({
    evidence: 'E-0x61011bed',
    attempts: [{ tried: 'Changed the cartridge, still blank.', outcome: '' }],
  })
  expect(draft.problem).toContain('every page is blank')
  expect(draft.affected).toBe('Rita Request\nWard 3')
})

describe('a hand-off', () => {
  let id: number
  beforeEach(async () => {
    const started = await tina.post(at(), { handOff })
    expect(started.status).toBe(201)
    id = started.body.id
  })

  test('puts the ticket before the next tier with everything known', async () => {
    expect(await ticket()).toMatchObject({ team: { id: second }, assignee: null, status: 'open' })
    const seen = (await netta.get(at())).body
    expect(seen).toMatchObject({
      stands: 2,
      bounces: 0,
      items: [{ id, handOff, contact: 'Tina Tier', accepted: null }],
    })
    expect(seen.abilities).toMatchObject({ accept: { allowed: true }, return: { allowed: true } })
    expect(await listedFor(netta)).toBe(true)
    expect(await listedFor(tina)).toBe(false)
  })

  test('is accepted by the team it went to, by one of them', async () => {
    expect((await tina.put(at(`/${id}/acceptance`), {})).body.code).toBe('escalation.not_receiving')
    const accepted = await netta.put(at(`/${id}/acceptance`), {})
    expect(accepted.body).toMatchObject({ accepted: { by: 'Netta Two' }, ended: null })
    expect(await ticket()).toMatchObject({ assignee: { id: netta.id }, status: 'in_progress' })
    expect((await lena.put(at(`/${id}/acceptance`), {})).body.code).toBe('escalation.accepted_already')
    expect(await listedFor(netta)).toBe(false)
  })

  test('is returned with a reason to whom it came from, and that is counted', async () => {
    expect((await netta.put(at(`/${id}/return`), { reason: ' ' })).status).toBe(422)
    const returned = await netta.put(at(`/${id}/return`), { reason: 'The log of the print server is missing' })
    expect(returned.body.ended).toMatchObject({ how: 'returned', reason: 'The log of the print server is missing' })
    expect(await ticket()).toMatchObject({ team: { id: first }, assignee: { id: tina.id } })
    expect((await tina.get(at())).body.bounces).toBe(1)
    expect((await facts('escalation.returned'))[0].data).toMatchObject({ bounces: 1, from: 'Workplace' })
    expect((await netta.put(at(`/${id}/return`), { reason: 'again' })).body.code).toBe('escalation.over')
  })

  test('is taken back by whoever gave it, until it is accepted', async () => {
    expect((await netta.delete(at(`/${id}`))).body.code).toBe('escalation.not_the_sender')
    expect((await tina.delete(at(`/${id}`))).body.ended.how).toBe('withdrawn')
    expect(await ticket()).toMatchObject({ team: { id: first }, assignee: { id: tina.id } })
  })

  test('goes on to the next tier, keeping one contact', async () => {
    await netta.put(at(`/${id}/acceptance`), {})
    const further = await netta.post(at(), { handOff })
    expect(further.body).toMatchObject({ toTier: 3, to: { id: third }, contact: 'Tina Tier' })
    expect((await netta.get(at())).body.items.map((one: { ended: unknown }) => one.ended)).toMatchObject([
      null,
      { how: 'passed_on' },
    ])
    expect((await rita.get(`/api/v1/tickets/${number}/contact`)).body.contact).toBe('Tina Tier')
    expect((await lena.post(at(), { handOff })).body.code).toBe('escalation.no_higher_tier')
  })

  test('is over when the ticket is solved or moved elsewhere', async () => {
    await netta.post(`/api/v1/tickets/${number}/resolution`, { cause: 'a', action: 'b', verification: 'c' })
    expect((await netta.get(at())).body.items[0].ended.how).toBe('resolved')
    expect(await listedFor(netta)).toBe(false)
  })

  test('is told to the requester once, in plain words, and nothing more', async () => {
    await desk.drain()
    const mails = await desk.db
      .selectFrom('platform.outbox')
      .select(['subject', 'text'])
      .where('about', '=', `ticket:${number}`)
      .where('text', 'like', '%specialists%')
      .execute()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('Tina Tier')
    expect((await rita.get(at())).status).toBe(403)
    const timeline = (await rita.get(`/api/v1/tickets/${number}/timeline`)).body.items
    expect(JSON.stringify(timeline)).not.toContain('escalation')
  })

  test('is started once, however many try', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => lena.put(at(`/${id}/acceptance`), {})))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  })
})

test('evidence is a file of the ticket or of one’s own, and read with the notes', async () => {
  const answer = await tina.post(at(), { handOff: { ...handOff, files: [999_999] } })
  expect(answer.body).toMatchObject({ code: 'escalation.foreign_file', field: 'body.handOff.files' })
})

describe('paths', () => {
  test('are saved as versions, read back, and decide where a hand-off goes', async () => {
    const base = '/api/v1/escalation-paths'
    const supplier = { name: 'Printers Ltd', contact: '+44 20 5550 100' }
    const saved = await admin.put(`${base}/default`, { tiers: [[first], [third], [second]], supplier })
    expect(saved.body).toMatchObject({ version: 1, own: true, supplier, service: null })
    const twice = await admin.put(`${base}/default`, { tiers: [[first], [first], []] })
    expect(twice.body.code).toBe('escalation.team_twice')
    const stale = await admin.put(`${base}/default`, { tiers: [[], [], []] }, { headers: { 'if-match': '"0"' } })
    expect(stale.status).toBe(412)
    expect((await tina.put(`${base}/default`, { tiers: [[], [], []] })).status).toBe(403)
    expect((await tina.post(at(), { handOff })).body.to.id).toBe(third)
    expect((await admin.get(`${base}/default/versions`)).body.items).toMatchObject([
      { version: 1, tiers: [['Service Desk'], ['Network'], ['Workplace']] },
    ])
    const outside = await lena.post(at(), { supplier: true, handOff })
    expect(outside.body).toMatchObject({ supplier: 'Printers Ltd', toTier: 4 })
    expect((await ticket()).status).toBe('waiting_vendor')
    expect((await tina.get(at())).body.stands).toBe(4)
    const noted = await tina.put(at(`/${outside.body.id}/acceptance`), { reference: 'PL-77' })
    expect(noted.body.accepted.reference).toBe('PL-77')
    await tina.put(at(`/${outside.body.id}/return`), { reason: 'Out of warranty' })
    expect((await ticket()).status).toBe('open')
    const reset = await admin.delete(`${base}/default`)
    expect(reset.body).toMatchObject({ version: 2, own: false, supplier: null })
    const list = (await admin.get(base)).body.items
    expect(list[0].tiers[1].teams).toMatchObject([{ id: second }])
    const restore = (version: number) => admin.post(`${base}/default/versions`, { version })
    expect(await restore(1)).toMatchObject({ status: 201, body: { version: 3 } })
    expect((await admin.get(base)).body.items[0]).toMatchObject({ own: true, version: 3, supplier })
    expect((await restore(2)).body.version).toBe(4)
    expect((await admin.get(base)).body.items[0]).toMatchObject({ own: false, supplier: null })
    expect((await restore(9)).body.code).toBe('escalation.version_not_found')
  })
})
