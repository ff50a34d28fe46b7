import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import type { WorkLists } from '../contract/http.ts'

let desk: TestDesk
let ana: Speaker & { id: number }
let guard: Speaker & { id: number }
let lead: Speaker & { id: number }
let teamId: number
let securityId: number

async function open(some: Record<string, unknown> = {}, who: Speaker = ana): Promise<number> {
  const body = { subject: 'Broken', description: 'Please help.', requester: { email: 'rita@example.org' }, ...some }
  const answer = await who.post('/api/v1/tickets', body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.number
}

beforeAll(async () => {
  desk = await startDesk()
  ana = await desk.as('technician', { name: 'Ana', teams: ['Service desk'] })
  guard = await desk.as('technician', { name: 'Gus', teams: ['Security'] })
  lead = await desk.as('lead', { name: 'Lea', teams: ['Service desk'] })
  await desk.db.updateTable('people.team').set({ visibility: 'members' }).where('name', '=', 'Security').execute()
  const teams = await desk.db.selectFrom('people.team').select(['id', 'name']).execute()
  teamId = teams.find((team) => team.name === 'Service desk')!.id
  securityId = teams.find((team) => team.name === 'Security')!.id
})
afterAll(() => desk.stop())

async function lists(who: Speaker): Promise<WorkLists> {
  const answer = await who.get('/api/v1/work-lists')
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
const counts = (of: WorkLists) => Object.fromEntries(of.lists.map((list) => [list.key, list.count]))

/** What the list itself shows, all pages of it. */
async function listed(who: Speaker, filter: Record<string, string | undefined>): Promise<number> {
  const query = new URLSearchParams(filter as Record<string, string>)
  const answer = await who.get(`/api/v1/tickets?limit=200&${query}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body.items.length
}

describe('work lists', () => {
  it('count what their lists show, for everybody', async () => {
    await open({ team: 'Service desk', assignee: ana.id })
    await open({ team: 'Service desk' })
    await open()
    await open({ team: 'Security' }, guard)
    await open({ team: 'Security', requester: { email: 'ana.private@example.org' } }, guard)
    const waits = await open({ team: 'Service desk', assignee: lead.id })
    await ana.put(`/api/v1/tickets/${waits}/status`, { status: 'waiting_vendor' })
    const solved = await open()
    await ana.post(`/api/v1/tickets/${solved}/resolution`, { cause: 'x', action: 'y', verification: 'z' })
    for (const who of [ana, guard, lead, await desk.as('administrator'), await desk.asKey('technician')]) {
      const all = await lists(who)
      for (const list of all.lists) expect([list.key, list.count]).toEqual([list.key, await listed(who, list.filter)])
      for (const queue of all.teams) expect(queue.count).toBe(await listed(who, queue.filter))
    }
    expect(counts(await lists(ana))).toMatchObject({
      mine: 1,
      'my-teams': 3,
      unassigned: 2,
      open: 4,
      waiting: 1,
      resolved: 1,
      all: 5,
    })
    expect(counts(await lists(guard))).toMatchObject({ 'my-teams': 2, open: 6 })
    expect((await lists(ana)).teams.map((queue) => queue.team.name)).not.toContain('Security')
    await desk.drain()
  })

  it('count a technician’s own tickets in a private team, which their lists show', async () => {
    const asker = await desk.as('technician', { email: 'asker@example.org' })
    await open({ team: 'Security', requester: { email: 'asker@example.org' } }, guard)
    for (const list of (await lists(asker)).lists)
      expect([list.key, list.count]).toEqual([list.key, await listed(asker, list.filter)])
    await desk.drain()
  })

  it('count anew at once after a change', async () => {
    const before = counts(await lists(ana)).mine as number
    const number = await open()
    await ana.put(`/api/v1/tickets/${number}/assignment`, { assignee: ana.id })
    expect(counts(await lists(ana)).mine).toBe(before + 1)
    await ana.post(`/api/v1/tickets/${number}/resolution`, { cause: 'x', action: 'y', verification: 'z' })
    expect(counts(await lists(ana)).mine).toBe(before)
    await desk.drain()
  })

  it('are not for requesters', async () => {
    expect((await (await desk.as('requester')).get('/api/v1/work-lists')).status).toBe(403)
  })
})

describe('views', () => {
  it('are saved, changed, counted and deleted by their owner alone', async () => {
    const made = await ana.post('/api/v1/views', {
      name: ' High ',
      filter: { priority: 'high,critical', status: 'active' },
      sort: '-priority',
      columns: ['number', 'subject'],
    })
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ name: 'High', sharing: 'private', sort: '-priority', version: 1 })
    const url = `/api/v1/views/${made.body.id}`
    expect((await lists(ana)).views).toEqual([expect.objectContaining({ view: made.body, count: 0, more: false })])
    await open({ impact: 1, urgency: 1 })
    expect((await lists(ana)).views[0]).toMatchObject({ count: 1 })
    for (const other of [guard, lead]) {
      expect((await other.get(url)).status).toBe(404)
      expect((await other.patch(url, { name: 'Mine now' })).status).toBe(404)
      expect((await lists(other)).views).toEqual([])
    }
    const changed = await ana.patch(url, { name: 'Higher' }, { headers: { 'if-match': made.headers.etag as string } })
    expect(changed.body).toMatchObject({ name: 'Higher', version: 2 })
    const late = await ana.patch(url, { name: 'Late' }, { headers: { 'if-match': made.headers.etag as string } })
    expect(late.status).toBe(412)
    expect(late.body.current.name).toBe('Higher')
    expect((await ana.delete(url)).status).toBe(204)
    expect((await ana.get(url)).status).toBe(404)
    await desk.drain()
  })

  it('are shared by those who may, with teams or everyone', async () => {
    expect((await ana.post('/api/v1/views', { name: 'Ours', sharing: 'everyone' })).body.code).toBe(
      'desk.sharing_not_allowed',
    )
    const team = await lead.post('/api/v1/views', { name: 'Team', sharing: 'teams', teams: [teamId] })
    expect(team.status, team.text).toBe(201)
    const everyone = await lead.post('/api/v1/views', {
      name: 'All',
      sharing: 'everyone',
      filter: { team: 'Security' },
    })
    expect((await ana.get('/api/v1/views')).body.items.map((view: { name: string }) => view.name)).toEqual([
      'All',
      'Team',
    ])
    expect((await guard.get('/api/v1/views')).body.items.map((view: { name: string }) => view.name)).toEqual(['All'])
    expect((await ana.patch(`/api/v1/views/${team.body.id}`, { name: 'X' })).body.code).toBe('desk.view_not_yours')
    // The same shared view shows each what they may see.
    const countFor = async (who: Speaker) =>
      (await lists(who)).views.find((one) => one.view.id === everyone.body.id)?.count
    expect(await countFor(ana)).toBe(0)
    expect(await countFor(guard)).toBeGreaterThan(0)
    expect((await lead.post('/api/v1/views', { name: 'T', sharing: 'teams' })).body.field).toBe('body.teams')
    expect((await lead.post('/api/v1/views', { name: 'T', sharing: 'teams', teams: [securityId] })).body.field).toBe(
      'body.teams',
    )
    await desk.drain()
  })

  it('refuse a filter that the list would refuse', async () => {
    expect((await ana.post('/api/v1/views', { name: 'Bad', filter: { status: 'purple' } })).body.code).toBe(
      'ticket.bad_filter',
    )
    expect((await ana.post('/api/v1/views', { name: 'Bad', filter: { colour: 'purple' } })).status).toBe(422)
  })
})

describe('bulk changes', () => {
  it('change each ticket like a single change, and say what could not be', async () => {
    const numbers = [await open({ tags: ['old', 'kept'] }), await open(), await open({ team: 'Security' }, guard)]
    const answer = await ana.post('/api/v1/bulk-changes', {
      numbers,
      change: { assignee: ana.id, status: 'in_progress', addTags: ['batch'], removeTags: ['old'] },
    })
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body).toMatchObject({ state: 'done', total: 3, changed: 2, failed: 1 })
    expect(answer.body.failures).toEqual([expect.objectContaining({ number: numbers[2], code: 'ticket.not_found' })])
    const first = (await ana.get(`/api/v1/tickets/${numbers[0]}`)).body
    expect(first).toMatchObject({ status: 'in_progress', assignee: { id: ana.id }, tags: ['kept', 'batch'] })
    await desk.drain()
  })

  it('leave a ticket as it was when part of the change is refused, with an idempotency key, too', async () => {
    const number = await open()
    for (const headers of [{}, { 'idempotency-key': 'bulk-1' }]) {
      const answer = await ana.post(
        '/api/v1/bulk-changes',
        { numbers: [number], change: { assignee: ana.id, status: 'resolved' } },
        { headers },
      )
      expect(answer.body.failures[0].code).toBe('ticket.resolution_needed')
      expect((await ana.get(`/api/v1/tickets/${number}`)).body.assignee).toBeNull()
    }
    await desk.drain()
  })

  it('of more than 200 tickets run as a job, by filter, that can be followed and belongs to who asked', async () => {
    for (let i = 0; i < 205; i++) await open({ tags: ['flood'] })
    const started = await ana.post('/api/v1/bulk-changes', { filter: { tag: 'flood' }, change: { addTags: ['dry'] } })
    expect(started.body).toMatchObject({ state: 'waiting', total: 205, done: 0 })
    const url = `/api/v1/bulk-changes/${started.body.id}`
    expect((await lead.get(url)).status).toBe(404)
    await desk.drain()
    expect((await ana.get(url)).body).toMatchObject({ state: 'done', done: 205, changed: 205, failed: 0 })
    expect(await listed(ana, { tag: 'dry' })).toBe(200)
    const timeline = await ana.get(
      `/api/v1/tickets/${(await ana.get('/api/v1/tickets?tag=dry&limit=1')).body.items[0].number}/timeline`,
    )
    expect(timeline.body.items.at(-1).actor.name).toBe('Ana')
  }, 120_000)

  it('stop when they are cancelled', async () => {
    const started = await ana.post('/api/v1/bulk-changes', { filter: { tag: 'flood' }, change: { addTags: ['never'] } })
    const url = `/api/v1/bulk-changes/${started.body.id}`
    expect((await ana.delete(url)).body).toMatchObject({ state: 'cancelled' })
    await desk.drain()
    expect(await listed(ana, { tag: 'never' })).toBe(0)
    expect((await ana.get('/api/v1/bulk-changes')).body.items[0]).toMatchObject({
      id: started.body.id,
      state: 'cancelled',
    })
  })

  it('refuse what makes no sense before anything is changed', async () => {
    const post = async (body: unknown) => (await ana.post('/api/v1/bulk-changes', body)).body.code
    expect(await post({ change: { assignee: null } })).toBe('desk.numbers_or_filter')
    expect(await post({ numbers: [1], change: { status: 'purple' } })).toBe('desk.bad_change')
    expect(await post({ numbers: [1], change: {} })).toBe('http.invalid')
  })
})

describe('what a category holds', () => {
  it('is what stands below it and what was merged into it', async () => {
    const admin = await desk.as('administrator')
    const add = async (name: string, parentId: number | null = null) =>
      (await admin.post('/api/v1/categories', { name, parentId })).body.id as number
    const devices = await add('Devices')
    const printers = await add('Printing devices', devices)
    const labels = await add('Label printers', printers)
    const old = await add('Old printers')
    const opened: number[] = []
    for (const category of [devices, labels, old]) {
      const made = await admin.post('/api/v1/tickets', {
        subject: 'It jams',
        description: 'Again.',
        requester: { email: 'rita@example.org' },
        category,
      })
      expect(made.status, made.text).toBe(201)
      opened.push(made.body.number)
    }
    const held = async (category: number) =>
      (await admin.get(`/api/v1/tickets?category=${category}`)).body.items
        .map((one: { number: number }) => one.number)
        .sort((a: number, b: number) => a - b)
    expect(await held(devices)).toEqual(opened.slice(0, 2))
    expect(await held(printers)).toEqual([opened[1]])
    const merged = await admin.post(`/api/v1/categories/${old}/merger`, { intoId: printers })
    expect(merged.status, merged.text).toBeLessThan(300)
    // At once, before the tickets have followed, and afterwards; also for whoever kept the old one in a view.
    expect(await held(printers)).toEqual(opened.slice(1))
    await desk.drain()
    expect(await held(devices)).toEqual(opened)
    expect(await held(old)).toEqual(opened.slice(1))
  })
})

it('orders views for oneself alone', async () => {
  const one = await desk.as('technician')
  const other = await desk.as('technician')
  const lead = await desk.as('lead')
  const shared = await lead.post('/api/v1/views', { name: 'Shared', sharing: 'everyone' })
  const own = await one.post('/api/v1/views', { name: 'Own' })
  const ids = async (who: typeof one) =>
    (await who.get('/api/v1/views')).body.items
      .map((view: { id: number }) => view.id)
      .filter((id: number) => [shared.body.id, own.body.id].includes(id))
  expect(await ids(one)).toEqual([own.body.id, shared.body.id])
  expect((await one.put('/api/v1/views/order', { ids: [shared.body.id, own.body.id, 987654] })).status).toBe(204)
  expect(await ids(one)).toEqual([shared.body.id, own.body.id])
  expect(await ids(other)).toEqual([shared.body.id])
})

it('closes many as spam and takes it back', async () => {
  const ana = await desk.as('technician')
  const made = await ana.post('/api/v1/tickets', {
    subject: 'Win a prize',
    description: 'Click.',
    requester: { email: 'spammer@example.org' },
  })
  const { number } = made.body
  const change = (spam: boolean) => ana.post('/api/v1/bulk-changes', { numbers: [number], change: { spam } })
  expect((await change(true)).body).toMatchObject({ changed: 1, failures: [] })
  expect((await ana.get(`/api/v1/tickets/${number}`)).body.status).toBe('closed')
  expect((await change(false)).body).toMatchObject({ changed: 1, failures: [] })
  expect((await ana.get(`/api/v1/tickets/${number}`)).body.status).not.toBe('closed')
  await desk.drain()
})

it('merges many into one of them, counts them no more, and takes it back', async () => {
  const ana = await desk.as('technician')
  const numbers: number[] = []
  for (const email of ['p@corp.example', 'q@corp.example', 'r@corp.example'])
    numbers.push((await ana.post('/api/v1/tickets', { subject: 'Wifi is gone', requester: { email } })).body.number)
  const [first] = numbers
  const change = (merge: object | null) => ana.post('/api/v1/bulk-changes', { numbers, change: { merge } })
  const unassigned = async () =>
    (await ana.get('/api/v1/work-lists')).body.lists.find((list: { key: string }) => list.key === 'unassigned').count
  const before = await unassigned()
  expect((await change({ into: first })).body).toMatchObject({ failures: [] })
  expect((await ana.get(`/api/v1/tickets/${first}`)).body).toMatchObject({
    status: 'new',
    merged: [{ number: numbers[1] }, { number: numbers[2] }],
  })
  expect(await unassigned()).toBe(before - 2)
  const found = (await ana.get('/api/v1/search?q=wifi%20gone')).body.items
  expect(found.map((hit: { mergedInto: number | null }) => hit.mergedInto).sort()).toEqual([first, first, null])
  expect((await change(null)).body).toMatchObject({ failures: [] })
  expect(await unassigned()).toBe(before)
  await desk.drain()
})
