import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { makeCx, systemActor } from '../../../platform/cx.ts'
import { aTeam } from '../../people/testkit/index.ts'
import { giveWaiting } from './give-waiting.ts'
import { handOver } from './hand-over.ts'

// A Monday morning; the default calendar is open from 08:00 to 17:00 UTC.
const morning = '2026-03-02T09:00:00Z'
let desk: TestDesk
let judith: Persona
let tom: Persona
let requester: Persona

beforeAll(async () => {
  desk = await startDesk({ now: morning })
  judith = await desk.as('administrator')
  tom = await desk.as('technician')
  requester = await desk.as('requester', { vip: true, email: 'niamh@ward.example' })
})
afterAll(() => desk.stop())

const rules = '/api/v1/routing-rules'
const nothing = { match: 'all', tests: [], groups: [] }
const when = (...tests: object[]) => ({ match: 'all', tests, groups: [] })

async function team(name: string, settings?: object, members = 0) {
  const made = await aTeam(desk.cx(), { name })
  const crew: Persona[] = []
  for (let nth = 0; nth < members; nth++) crew.push(await desk.as('technician', { teams: [made.id] }))
  if (settings) expect((await judith.patch(`/api/v1/team-routing/${made.id}`, settings)).status).toBe(200)
  return { ...made, crew }
}

async function rule(name: string, conditions: object, outcome: object, more: object = {}) {
  const answer = await judith.post(rules, { name, conditions, outcome, ...more })
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
  return answer.body
}

async function open(by: Persona, body: object = {}) {
  const answer = await by.post('/api/v1/tickets', { subject: 'Something', description: 'Some words', ...body })
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
  return answer.body
}

const decisions = async (number: number) => (await judith.get(`/api/v1/tickets/${number}/routing`)).body.items

async function clearRules() {
  for (const { id } of (await judith.get(rules)).body.items) await judith.delete(`${rules}/${id}`)
}

test('rules send a new ticket to its team, before anybody sees it, and say why', async () => {
  const network = await team('Network')
  await rule(
    'Tags',
    when({ field: 'sender_domain', op: 'is', values: ['ward.example'] }),
    { tags: ['ward'] },
    { stop: false },
  )
  const vpn = await rule('VPN', when({ field: 'words', op: 'contains', values: ['vpn', 'wlan'] }), {
    teamId: network.id,
    priority: 'high',
    tags: ['remote'],
  })
  const ticket = await open(requester, { subject: 'The VPN does not connect' })
  expect(ticket.team).toEqual({ id: network.id, name: 'Network' })
  const seen = (await judith.get(`/api/v1/tickets/${ticket.number}`)).body
  expect(seen).toMatchObject({ priority: 'high', tags: ['ward', 'remote'], version: 2 })
  expect(await decisions(ticket.number)).toMatchObject([
    { cause: 'opened', team: { name: 'Network' }, assignee: null, teamFrom: 'rule', why: 'pull', priority: 'high' },
  ])
  expect((await decisions(ticket.number))[0].rules.map((one: { name: string }) => one.name)).toEqual(['Tags', 'VPN'])
  const reason = (await judith.get(`/api/v1/tickets/${ticket.number}/priority`)).body.override
  expect(reason).toMatchObject({ priority: 'high', reason: 'Tags, VPN', by: { name: 'Deskhand' } })
  const facts = (await judith.get(`/api/v1/tickets/${ticket.number}/timeline`)).body.items
  expect(facts[0]).toMatchObject({ fact: 'ticket.opened', data: { state: { teamId: network.id } } })
  expect((await judith.get(`${rules}/${vpn.id}`)).body.matched).toBe(1)
  expect((await requester.get(`/api/v1/tickets/${ticket.number}/routing`)).status).toBe(403)
  await clearRules()
})

test('what the opener says stands, with its reason', async () => {
  const [asked, ruled] = [await team('Asked'), await team('Ruled')]
  await rule('All', nothing, { teamId: ruled.id })
  const ticket = await open(tom, { requester: requester.id, team: asked.id, assignee: tom.id })
  expect(ticket).toMatchObject({ team: { name: 'Asked' }, assignee: { id: tom.id } })
  expect(await decisions(ticket.number)).toMatchObject([{ teamFrom: 'opener', why: 'given' }])
  const again = await judith.post(`/api/v1/tickets/${ticket.number}/routing`)
  expect([again.status, again.body]).toMatchObject([201, { cause: 'again', team: { name: 'Ruled' }, teamFrom: 'rule' }])
  await clearRules()
})

test('a rule may send a ticket where its opener sees nothing', async () => {
  const hidden = await aTeam(desk.cx(), { name: 'Hidden', visibility: 'members' })
  await rule('Secret', nothing, { teamId: hidden.id })
  const ticket = await open(tom, { requester: requester.id })
  expect((await tom.get(`/api/v1/tickets/${ticket.number}`)).status).toBe(404)
  await clearRules()
})

test('the first open team of tier 1 gets what goes nowhere else, and gives it out in turn', async () => {
  const made = (await judith.post('/api/v1/teams', { name: 'Service Desk', tier: 1 })).body
  const settings = (await judith.get('/api/v1/team-routing')).body.items.find(
    (one: { id: number }) => one.id === made.id,
  )
  expect(settings).toMatchObject({ method: 'round_robin', firstContact: true, handOver: 'never' })
  const crew = [await desk.as('technician', { teams: [made.id] }), await desk.as('technician', { teams: [made.id] })]
  const given = []
  for (let nth = 0; nth < 4; nth++) given.push((await open(requester)).assignee.id)
  expect(given).toEqual([crew[0]?.id, crew[1]?.id, crew[0]?.id, crew[1]?.id])
  await judith.patch(`/api/v1/team-routing/${made.id}`, { firstContact: false })
  expect((await open(requester)).team).toBeNull()
})

test('least loaded counts what somebody has by weight, within their limit, and by skills', async () => {
  const busy = await team('Busy', { method: 'least_loaded', capacity: 9 }, 2)
  const [ana, ben] = busy.crew as [Persona, Persona]
  await judith.put(`/api/v1/teams/${busy.id}/members/${ben.id}`, { skills: ['Fax'] })
  const category = (await judith.post('/api/v1/categories', { name: 'Fax' })).body
  const below = (await judith.post('/api/v1/categories', { name: 'Paper', parentId: category.id })).body
  expect((await judith.put(`/api/v1/skill-needs/${category.id}`, { skills: ['fax'] })).status).toBe(200)
  const to = async (body: object) => (await open(tom, { requester: requester.id, team: busy.id, ...body })).assignee?.id
  expect(await to({ impact: 1, urgency: 1 })).toBe(ana.id)
  expect(await to({})).toBe(ben.id)
  expect(await to({})).toBe(ben.id)
  // Ana has 8 of 9; a ticket of 1 fits, and knowing fax goes before having little to do.
  expect(await to({ category: below.id })).toBe(ben.id)
  const full = await open(tom, { requester: requester.id, team: busy.id, impact: 1, urgency: 1 })
  expect(full.assignee).toBeNull()
  expect(await decisions(full.number)).toMatchObject([
    { why: 'all_full', method: 'least_loaded', candidates: [{}, {}] },
  ])
  await judith.patch(`/api/v1/team-routing/${busy.id}`, { capacity: 100 })
  await runCron(giveWaiting)
  expect((await decisions(full.number))[0]).toMatchObject({ cause: 'waited', assignee: { id: ben.id } })
})

const runCron = (cron: typeof giveWaiting) => cron.run(makeCx(desk.assembly.ground, systemActor))

test('outside working hours a ticket waits for the morning; who is away is passed over, and others stand in', async () => {
  const small = await team('Small', { method: 'round_robin' }, 2)
  const [eva, kim] = small.crew as [Persona, Persona]
  const sam = await desk.as('technician', { teams: ['Elsewhere'] })
  desk.clock.set('2026-03-02T22:00:00Z')
  const night = await open(tom, { requester: requester.id, team: small.id })
  expect(night.assignee).toBeNull()
  await runCron(giveWaiting)
  expect((await judith.get(`/api/v1/tickets/${night.number}`)).body.assignee).toBeNull()
  desk.clock.set('2026-03-03T08:00:00Z')
  const away = await eva.post('/api/v1/absences', {
    from: '2026-03-03T00:00:00Z',
    until: '2026-03-06T00:00:00Z',
    note: 'Course',
    substituteId: sam.id,
  })
  expect(away.status).toBe(201)
  await runCron(giveWaiting)
  const [decision] = await decisions(night.number)
  expect(decision).toMatchObject({ cause: 'waited', why: 'turn', assignee: { id: kim.id } })
  expect(decision.candidates).toMatchObject(
    [
      { id: sam.id, standsFor: eva.name, not: null },
      { id: eva.id, not: 'away' },
      { id: kim.id, not: null },
    ].toSorted((a, b) => a.id - b.id),
  )
  // Nobody else says that somebody is away, and nobody stands in for themselves.
  expect((await kim.post('/api/v1/absences', { personId: eva.id, from: morning, until: null })).status).toBe(403)
  expect((await eva.post('/api/v1/absences', { from: morning, until: null, substituteId: eva.id })).status).toBe(422)
  expect((await judith.delete(`/api/v1/absences/${away.body.id}`)).status).toBe(204)
  desk.clock.set(morning)
})

test('who leaves hands over what they have not begun, where the team wants it', async () => {
  const shift = await team('Shift', { method: 'least_loaded', handOver: 'day' }, 2)
  const [early, late] = shift.crew as [Persona, Persona]
  const day = (from: string, to: string) => Array.from({ length: 7 }, () => [{ from, to }])
  const content = { timeZone: 'UTC', alwaysOpen: false, place: null, days: [] }
  const calendar = await judith.post('/api/v1/calendars', {
    name: 'Late',
    content: { ...content, week: day('08:00', '20:00') },
  })
  await judith.put(`/api/v1/person-routing/${late.id}`, { capacity: null, calendarId: calendar.body.id })
  const [fresh, begun] = [
    await open(tom, { requester: requester.id, team: shift.id, assignee: early.id }),
    await open(tom, { requester: requester.id, team: shift.id, assignee: early.id }),
  ]
  await early.put(`/api/v1/tickets/${begun.number}/status`, { status: 'in_progress' })
  await runCron(handOver)
  expect((await judith.get(`/api/v1/tickets/${fresh.number}`)).body.assignee.id).toBe(early.id)
  desk.clock.set('2026-03-02T17:30:00Z')
  await runCron(handOver)
  await runCron(handOver)
  expect((await judith.get(`/api/v1/tickets/${fresh.number}`)).body.assignee.id).toBe(late.id)
  expect((await judith.get(`/api/v1/tickets/${begun.number}`)).body.assignee.id).toBe(early.id)
  expect(await decisions(fresh.number)).toMatchObject([{ cause: 'left', from: { id: early.id } }, { cause: 'opened' }])
  expect((await judith.delete(`/api/v1/calendars/${calendar.body.id}`)).status).toBe(409)
  desk.clock.set(morning)
})

test('the next ticket is the most urgent one for which one has the skills', async () => {
  const pool = await team('Pool', undefined, 1)
  const [pia] = pool.crew as [Persona]
  const category = (await judith.post('/api/v1/categories', { name: 'Cabling' })).body
  await judith.put(`/api/v1/skill-needs/${category.id}`, { skills: ['cabling'] })
  const give = (body: object) => open(tom, { requester: requester.id, team: pool.id, ...body })
  const low = await give({ urgency: 3 })
  const high = await give({ impact: 2, urgency: 1 })
  const other = await give({ impact: 1, urgency: 1, category: category.id })
  const first = await pia.post('/api/v1/tickets/next', {})
  expect(first.body).toMatchObject({ ticket: { number: high.number }, waiting: 2, otherSkills: 1 })
  expect(await decisions(high.number)).toMatchObject([{ cause: 'next', why: 'next', by: { id: pia.id } }, {}])
  expect((await pia.post('/api/v1/tickets/next', {})).body.ticket.number).toBe(low.number)
  expect((await pia.post('/api/v1/tickets/next', {})).body).toMatchObject({ ticket: null, waiting: 1, otherSkills: 1 })
  expect((await pia.post('/api/v1/tickets/next', { anySkill: true })).body.ticket.number).toBe(other.number)
  expect((await tom.post('/api/v1/tickets/next', {})).status).toBe(409)
  // Asked twice with one key, taken once.
  const more = await give({})
  await give({})
  const once = { headers: { 'idempotency-key': 'next-please-1' } }
  const twice = [await pia.post('/api/v1/tickets/next', {}, once), await pia.post('/api/v1/tickets/next', {}, once)]
  expect(twice.map((answer) => answer.body.ticket.number)).toEqual([more.number, more.number])
})

test('of two that are as urgent the next is the one that is due first', async () => {
  const soon = { firstResponse: 20, nextUpdate: null, resolution: 60 }
  const content = {
    conditions: { kinds: ['question'] },
    calendarId: null,
    goals: { critical: soon, high: soon, moderate: soon, low: soon },
    pauseOn: ['waiting_requester'],
    warnAt: [80],
    reopening: 'continue',
  }
  const policy = await judith.post('/api/v1/sla-policies', { name: 'Quick questions', active: true, content })
  expect([policy.status, policy.text]).toEqual([201, expect.any(String)])
  const pool = await team('By due', undefined, 1)
  const [ina] = pool.crew as [Persona]
  const give = (body: object) => open(tom, { requester: requester.id, team: pool.id, ...body })
  const older = await give({ kind: 'incident' })
  const sooner = await give({ kind: 'question' })
  const urgent = await give({ kind: 'incident', impact: 1 })
  const got: number[] = []
  for (let nth = 0; nth < 3; nth++) got.push((await ina.post('/api/v1/tickets/next', {})).body.ticket.number)
  expect(got).toEqual([urgent.number, sooner.number, older.number])
  await judith.delete(`/api/v1/sla-policies/${policy.body.id}`)
})

test('twenty who ask at once get twenty tickets, and one ticket is taken once', async () => {
  const race = await team('Race', undefined, 20)
  for (let nth = 0; nth < 20; nth++) await open(tom, { requester: requester.id, team: race.id })
  const taken = await Promise.all(race.crew.map((one) => one.post('/api/v1/tickets/next', {})))
  expect(taken.map((answer) => answer.status)).toEqual(Array(20).fill(200))
  expect(new Set(taken.map((answer) => answer.body.ticket?.number)).size).toBe(20)
  const one = await open(tom, { requester: requester.id, team: race.id })
  const grabs = await Promise.all(
    race.crew.map((who) =>
      who.put(
        `/api/v1/tickets/${one.number}/assignment`,
        { assignee: who.id },
        { headers: { 'if-match': `"${one.version}"` } },
      ),
    ),
  )
  expect(grabs.map((answer) => answer.status).toSorted()).toEqual([200, ...Array(19).fill(412)])
})

test('tickets that come at the same moment are given out fairly', async () => {
  const fair = await team('Fair', { method: 'round_robin' }, 3)
  const all = await Promise.all(Array.from({ length: 12 }, () => open(tom, { requester: requester.id, team: fair.id })))
  const counts = fair.crew.map((one) => all.filter((ticket) => ticket.assignee.id === one.id).length)
  expect(counts).toEqual([4, 4, 4])
  const even = await team('Even', { method: 'least_loaded' }, 3)
  const more = await Promise.all(
    Array.from({ length: 12 }, () => open(tom, { requester: requester.id, team: even.id })),
  )
  expect(even.crew.map((one) => more.filter((ticket) => ticket.assignee.id === one.id).length)).toEqual([4, 4, 4])
})

test('rules have an order, versions and an honest editor', async () => {
  const first = await rule('First', nothing, { tags: ['a'] })
  const second = await rule('Second', when({ field: 'kind', op: 'is', values: ['incident'] }), { tags: ['b'] })
  const list = (await judith.get(rules)).body
  expect(list.items.map((one: { name: string }) => one.name)).toEqual(['First', 'Second'])
  expect(list.findings).toMatchObject([{ kind: 'shadowed', ruleId: second.id, other: { name: 'First' } }])
  expect((await judith.put(`${rules}/order`, { ids: [second.id] })).status).toBe(409)
  expect((await judith.put(`${rules}/order`, { ids: [second.id, first.id] })).status).toBe(200)
  const changed = await judith.patch(`${rules}/${first.id}`, { stop: false }, { headers: { 'if-match': '"1"' } })
  expect(changed.body).toMatchObject({ version: 2, position: 2, stop: false })
  expect((await judith.patch(`${rules}/${first.id}`, { name: 'x' }, { headers: { 'if-match': '"1"' } })).status).toBe(
    412,
  )
  expect(
    (await judith.get(`${rules}/${first.id}/versions`)).body.items.map((one: { version: number }) => one.version),
  ).toEqual([2, 1])
  const restored = await judith.post(`${rules}/${first.id}/versions`, { version: 1 })
  expect(restored).toMatchObject({ status: 201, body: { version: 3 } })
  const [, held] = (await judith.get(rules)).body.items
  expect(held).toMatchObject({ id: first.id, version: 3, position: 2, stop: true })
  expect((await judith.post(`${rules}/${first.id}/versions`, { version: 9 })).body.code).toBe(
    'routing.version_not_found',
  )
  const wrong = await judith.post(rules, {
    name: 'x',
    conditions: when({ field: 'kind', op: 'contains', values: ['a'] }),
    outcome: {},
  })
  expect([wrong.status, wrong.body.code]).toEqual([422, 'routing.bad_condition'])
  expect((await tom.get(rules)).status).toBe(403)
  await judith.delete(`${rules}/${second.id}`)
  expect((await judith.get(rules)).body.items).toMatchObject([{ name: 'First', position: 1 }])
  await clearRules()
})

test('rules are tried over what was, and nothing is changed by it', async () => {
  const goal = await team('Goal')
  const now = await rule('Now', when({ field: 'words', op: 'contains', values: ['zebra'] }), { tags: ['zebra'] })
  const tickets = [await open(requester, { subject: 'A zebra' }), await open(requester, { description: 'one zebra' })]
  const plain = { active: true, stop: true }
  const trial = await judith.post('/api/v1/routing-trials', {
    days: 1,
    rules: [
      {
        id: now.id,
        name: 'Now',
        conditions: when({ field: 'words', op: 'contains', values: ['zebra'] }),
        outcome: { teamId: goal.id },
        ...plain,
      },
      {
        id: null,
        name: 'Late',
        conditions: when({ field: 'subject', op: 'contains', values: ['zebra'] }),
        outcome: { priority: 'low' },
        ...plain,
      },
      {
        id: null,
        name: 'Never',
        conditions: when({ field: 'words', op: 'contains', values: ['unicorn'] }),
        outcome: { priority: 'low' },
        ...plain,
      },
    ],
  })
  expect([trial.status, trial.body.state]).toEqual([201, 'waiting'])
  await desk.drain()
  const { state, done, total, result } = (await judith.get(`/api/v1/routing-trials/${trial.body.id}`)).body
  expect([state, done]).toEqual(['done', total])
  expect(result).toMatchObject({
    changed: 2,
    flows: [{ from: null, to: { name: 'Goal' }, tickets: 2 }],
    rules: [
      { name: 'Now', matched: 2, taken: 0 },
      { name: 'Late', matched: 0, taken: 1 },
      { name: 'Never', matched: 0, taken: 0 },
    ],
    findings: [{ kind: 'shadowed', position: 2 }],
  })
  expect(result.examples.map((one: { number: number }) => one.number)).toEqual(
    tickets.map((one) => one.number).reverse(),
  )
  expect((await judith.get(`/api/v1/tickets/${tickets[0].number}`)).body.team).toBeNull()
  expect((await (await desk.as('administrator')).get(`/api/v1/routing-trials/${trial.body.id}`)).status).toBe(404)
  await clearRules()
})

test('no job is left and none failed', () => desk.drain())

test('the list of rules names whom they mention', async () => {
  await clearRules()
  await rule('Niamh', when({ field: 'requester', op: 'is', values: [requester.id] }), { assigneeId: tom.id })
  const { mentioned } = (await judith.get(rules)).body
  expect(mentioned.persons.map((person: { id: number }) => person.id).toSorted()).toEqual(
    [requester.id, tom.id].toSorted(),
  )
  expect(mentioned.organisations).toEqual([])
  await clearRules()
})
