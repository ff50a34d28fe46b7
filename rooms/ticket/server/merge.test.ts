import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { aTeam } from '../../people/testkit/index.ts'

let desk: TestDesk
let tina: Persona
let hugo: Persona
let ana: Persona
let bob: Persona
let cleo: Persona
let a: number
let b: number

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  await aTeam(desk.cx(), { name: 'Human Resources', visibility: 'members' })
  tina = await desk.as('technician', { name: 'Tina Tier' })
  hugo = await desk.as('technician', { name: 'Hugo House', teams: ['Human Resources'] })
  ana = await desk.as('requester', { name: 'Ana', email: 'ana@corp.example' })
  bob = await desk.as('requester', { name: 'Bob', email: 'bob@corp.example' })
  cleo = await desk.as('requester', { name: 'Cleo', email: 'cleo@corp.example' })
})
afterAll(() => desk.stop())
beforeEach(async () => {
  a = await open(ana, 'Nothing prints on floor 3')
  b = await open(bob, 'My printer is dead', { watchers: [cleo.id] })
})

async function open(requester: Persona, subject: string, more: object = {}): Promise<number> {
  const body = { subject, description: `${subject}!`, requester: requester.id, ...more }
  return (await tina.post('/api/v1/tickets', body)).body.number
}
const merge = (from: number, into: number, more: object = {}, who: Speaker = tina) =>
  who.put(`/api/v1/tickets/${from}/merge`, { into, ...more })
const unmerge = (number: number, who: Speaker = tina) => who.delete(`/api/v1/tickets/${number}/merge`)
const read = async (number: number, who: Speaker = tina) => (await who.get(`/api/v1/tickets/${number}`)).body
const watchers = async (number: number) => (await read(number)).watchers.map((one: { name: string }) => one.name)

describe('merging', () => {
  test('closes the one, and the other carries it on; both say so', async () => {
    const merged = await merge(b, a, { reason: 'The same print server.' })
    expect(merged.status).toBe(200)
    expect(merged.headers.etag).toBe(`"${merged.body.version}"`)
    expect(merged.body).toMatchObject({
      number: b,
      status: 'closed',
      mergedInto: a,
      merge: { number: a, directly: a, subject: 'Nothing prints on floor 3', by: { name: 'Tina Tier' } },
    })
    expect(await read(a)).toMatchObject({
      status: 'new',
      mergedInto: null,
      merged: [
        { number: b, subject: 'My printer is dead', requester: { name: 'Bob' }, reason: 'The same print server.' },
      ],
    })
    const active = (await tina.get('/api/v1/tickets?status=active&limit=200')).body.items
    expect(active.map((row: { number: number }) => row.number)).not.toContain(b)
    const closed = (await tina.get('/api/v1/tickets?status=closed&limit=200')).body.items
    expect(closed.find((row: { number: number }) => row.number === b)).toMatchObject({ mergedInto: a })
  })

  test('lets its people follow the other, and no longer once it is taken back', async () => {
    await tina.post(`/api/v1/tickets/${a}/watchers`, { person: cleo.id })
    await merge(b, a)
    expect(await watchers(a)).toEqual(['Cleo', 'Bob'])
    expect((await bob.get(`/api/v1/tickets/${a}`)).status).toBe(200)
    await unmerge(b)
    expect(await watchers(a)).toEqual(['Cleo'])
    expect((await bob.get(`/api/v1/tickets/${a}`)).status).toBe(404)
    expect(await watchers(b)).toEqual(['Cleo'])
  })

  test('lets follow whom the technician chose', async () => {
    await merge(b, a, { addWatchers: [cleo.id, tina.id] })
    expect(await watchers(a)).toEqual(['Cleo'])
    const d = await open(bob, 'Mine too')
    await merge(d, a, { addWatchers: false })
    expect(await watchers(a)).toEqual(['Cleo'])
  })

  test('twice is once, and elsewhere needs it to be taken back first', async () => {
    const { version } = (await merge(b, a)).body
    expect((await merge(b, a)).body.version).toBe(version)
    const other = await open(ana, 'Something else')
    const again = await merge(b, other)
    expect([again.status, again.body.code, again.body.mergedInto]).toEqual([409, 'ticket.merged', a])
  })

  test('is refused on what has changed since it was read', async () => {
    const stale = await tina.put(`/api/v1/tickets/${b}/merge`, { into: a }, { headers: { 'if-match': '"99"' } })
    expect(stale.status).toBe(412)
  })

  test('is refused into itself, into a closed one, and into one that nobody may see', async () => {
    expect((await merge(b, b)).body).toMatchObject({ code: 'ticket.merged_into_itself', field: 'body.into' })
    expect((await merge(b, 999_999)).status).toBe(404)
    const hidden = await open(ana, 'About my pay', { team: 'Human Resources' })
    expect((await merge(b, hidden)).status).toBe(404)
    expect((await merge(hidden, a)).status).toBe(404)
    const closed = await open(ana, 'Long ago')
    await tina.put(`/api/v1/tickets/${closed}/spam`)
    expect((await merge(b, closed)).body.code).toBe('ticket.merge_into_closed')
    expect((await merge(closed, a)).body).toMatchObject({ status: 409, reason: 'ticket.closed' })
    expect((await merge(b, a, {}, ana)).status).toBe(403)
    await desk.drain()
  })

  test('leaves nothing to do on it but to take it out again', async () => {
    await merge(b, a)
    const { abilities } = await read(b)
    expect(abilities.reply).toEqual({
      allowed: false,
      code: 'ticket.merged',
      reason: `It was merged into #${a}; it goes on there.`,
      params: { number: a },
    })
    expect(abilities.unmerge.allowed).toBe(true)
    for (const [method, path, body] of [
      ['post', 'messages', { kind: 'reply', text: 'Hello' }],
      ['post', 'messages', { kind: 'note', text: 'Hello' }],
      ['put', 'status', { status: 'open' }],
      ['put', 'assignment', { assignee: tina.id }],
      ['patch', '', { subject: 'Other' }],
      ['post', 'resolution', { cause: 'x', action: 'y', verification: 'z' }],
      ['delete', 'resolution', undefined],
    ] as const) {
      const answer = await tina[method](`/api/v1/tickets/${b}${path && `/${path}`}`, body as never)
      expect([path, answer.status, answer.body.code, answer.body.mergedInto]).toEqual([path, 409, 'ticket.merged', a])
    }
    expect((await bob.post(`/api/v1/tickets/${b}/messages`, { kind: 'reply', text: 'And?' })).body).toMatchObject({
      code: 'ticket.merged',
      detail: `#${b} was merged into #${a}; it goes on there.`,
    })
    expect((await tina.put(`/api/v1/tickets/${b}/spam`)).status).toBe(403)
  })
})

describe('taking it back', () => {
  test.each([
    ['new', {}],
    ['in_progress', {}],
    ['waiting_vendor', {}],
    ['waiting_until', { until: '2026-04-01T08:00:00.000Z' }],
  ])('gives the status back: %s', async (status, more) => {
    if (status !== 'new') await tina.put(`/api/v1/tickets/${b}/status`, { status, ...more })
    await tina.put(`/api/v1/tickets/${b}/assignment`, { assignee: hugo.id })
    const { version: _, updatedAt: __, ...before } = await read(b)
    await merge(b, a)
    const back = await unmerge(b)
    expect(back.status).toBe(200)
    expect(back.body).toMatchObject(before)
    expect(await read(a)).toMatchObject({ merged: [] })
    expect((await unmerge(b)).status).toBe(200)
  })

  test('opens it when the time it waited for has come meanwhile', async () => {
    await tina.put(`/api/v1/tickets/${b}/status`, { status: 'waiting_until', until: '2026-03-02T10:00:00.000Z' })
    await merge(b, a)
    desk.clock.set('2026-03-02T11:00:00Z')
    await desk.drain()
    expect((await unmerge(b)).body).toMatchObject({ status: 'open', waitingUntil: null })
    desk.clock.set('2026-03-02T09:00:00Z')
  })

  test('puts a resolution that waited for its confirmation back to waiting', async () => {
    await tina.post(`/api/v1/tickets/${b}/resolution`, { cause: 'x', action: 'y', verification: 'z' })
    await merge(b, a)
    await unmerge(b)
    const { current, closesAt } = (await tina.get(`/api/v1/tickets/${b}/resolution`)).body
    expect(current.closure).toBeNull()
    desk.clock.set(new Date(new Date(closesAt).getTime() + 60_000).toISOString())
    await desk.drain()
    expect(await read(b)).toMatchObject({ status: 'closed' })
    desk.clock.set('2026-03-02T09:00:00Z')
  })

  test('keeps whom another merging lets follow', async () => {
    const second = await open(bob, 'Still nothing prints')
    await merge(b, a)
    await merge(second, a)
    await unmerge(b)
    expect(await watchers(a)).toEqual(['Bob'])
    await unmerge(second)
    expect(await watchers(a)).toEqual([])
  })
})

describe('chains', () => {
  test('lead to the last ticket, and part where they are taken apart', async () => {
    const c = await open(cleo, 'Printer?')
    await merge(c, b)
    await merge(b, a)
    expect(await read(c)).toMatchObject({ mergedInto: a, merge: { number: a, directly: b } })
    expect(
      (await read(a)).merged.map((one: { number: number; directly: number }) => [one.number, one.directly]),
    ).toEqual([
      [c, b],
      [b, a],
    ])
    expect(await watchers(a)).toEqual(['Bob', 'Cleo'])
    await unmerge(b)
    expect(await read(c)).toMatchObject({ mergedInto: b })
    expect(await watchers(a)).toEqual([])
  })

  test('into a merged ticket means into the one that carries it on', async () => {
    await merge(b, a)
    const c = await open(cleo, 'Printer?')
    expect((await merge(c, b)).body).toMatchObject({ mergedInto: a, merge: { directly: a } })
    expect((await merge(c, b)).status).toBe(200)
  })

  test('are no rings', async () => {
    await merge(b, a)
    expect((await merge(a, b)).body.code).toBe('ticket.merged_into_itself')
  })

  test('let go in the middle whom they let follow at the end', async () => {
    const c = await open(ana, 'Whatever')
    const d = await open(cleo, 'And I')
    const e = await open(bob, 'And me')
    await merge(d, e)
    await merge(e, c)
    expect(await watchers(c)).toEqual(['Bob', 'Cleo'])
    await unmerge(d)
    expect(await watchers(c)).toEqual(['Bob'])
  })
})

describe('who sees what', () => {
  test('the preview says it, and proposes nobody for what is private', async () => {
    const path = (into: number) => `/api/v1/tickets/${b}/merge/preview?into=${into}`
    const plain = await hugo.get(path(a))
    expect(plain.body).toMatchObject({
      from: { number: b },
      into: { number: a },
      addWatchers: true,
      caution: null,
      people: [
        { name: 'Bob', role: 'requester', follows: false },
        { name: 'Cleo', role: 'watcher', follows: false },
      ],
    })
    const hidden = (await hugo.post('/api/v1/tickets', { subject: 'Pay', requester: ana.id, team: 'Human Resources' }))
      .body.number
    expect((await hugo.get(path(hidden))).body).toMatchObject({ addWatchers: false, caution: 'private_team' })
    expect((await tina.get(path(hidden))).status).toBe(404)
    await merge(b, hidden, {}, hugo)
    expect((await bob.get(`/api/v1/tickets/${hidden}`)).status).toBe(404)
    const seen = await read(b, bob)
    expect(seen).toMatchObject({ mergedInto: hidden, merge: { number: hidden, subject: null } })
    expect(seen.abilities.unmerge.allowed).toBe(false)
  })

  test('whoever asked for the other ticket learns nothing of this one', async () => {
    await merge(b, a)
    expect(await read(a, ana)).toMatchObject({ merged: [] })
    expect((await ana.get(`/api/v1/tickets/${b}`)).status).toBe(404)
    const facts = (await ana.get(`/api/v1/tickets/${a}/timeline`)).body.items.map((one: { fact: string }) => one.fact)
    expect(facts).not.toContain('ticket.merged')
  })
})

test('as it was at a moment', async () => {
  desk.clock.set('2026-03-02T12:00:00Z')
  await merge(b, a)
  desk.clock.set('2026-03-02T13:00:00Z')
  await unmerge(b)
  const at = async (number: number, time: string) =>
    (await tina.get(`/api/v1/tickets/${number}?at=2026-03-02T${time}:00Z`)).body
  expect(await at(b, '11:59')).toMatchObject({ status: 'new', mergedInto: null, merge: null })
  expect(await at(b, '12:30')).toMatchObject({ status: 'closed', mergedInto: a, merge: { number: a } })
  expect(await at(a, '12:30')).toMatchObject({ merged: [{ number: b }], watchers: [{ name: 'Bob' }, { name: 'Cleo' }] })
  expect(await at(b, '13:30')).toMatchObject({
    status: 'new',
    mergedInto: null,
    statusSince: '2026-03-02T09:00:00.000Z',
  })
  expect(await at(a, '13:30')).toMatchObject({ merged: [], watchers: [] })
  desk.clock.set('2026-03-02T09:00:00Z')
})

test('two who merge a pair both ways at once get one merging', async () => {
  const answers = await Promise.all([merge(b, a), merge(a, b, {}, hugo)])
  expect(answers.map((one) => one.status).sort()).toEqual([200, 422])
})

test('its requester is told when the technician wants that, once it can no longer be undone', async () => {
  const sent = async () =>
    (await desk.db.selectFrom('platform.outbox').select(['subject', 'text']).execute()) as { text: string }[]
  const told = async () => (await sent()).filter((mail) => mail.text.includes(`#${a}`))
  await merge(b, a)
  await unmerge(b)
  await merge(b, a, { tellRequester: true })
  await unmerge(b)
  desk.clock.set('2026-03-02T09:05:00Z')
  await desk.drain()
  expect(await told()).toEqual([])
  await merge(b, a, { tellRequester: true })
  desk.clock.set('2026-03-02T09:10:00Z')
  await desk.drain()
  const [mail] = await told()
  expect(mail?.text).toContain(`/tickets/${a}`)
  expect(await told()).toHaveLength(1)
})
