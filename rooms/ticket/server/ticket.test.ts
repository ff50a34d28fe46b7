import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { ChangeTicket } from '../contract/http.ts'

let desk: TestDesk
let tina: Persona
let rita: Persona

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  tina = await desk.as('technician', { name: 'Tina Tier', teams: ['Service Desk'] })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@example.org' })
})
afterAll(() => desk.stop())

async function open(more: object = {}): Promise<number> {
  const opened = await tina.post('/api/v1/tickets', {
    subject: 'The printer jams',
    description: 'Paper is stuck in tray 2.',
    requester: { email: 'rita@example.org' },
    ...more,
  })
  expect(opened.status).toBe(201)
  return opened.body.number
}

describe('opening', () => {
  test('a technician opens a ticket for somebody; the matrix decides its priority', async () => {
    const opened = await tina.post('/api/v1/tickets', {
      subject: 'Nobody on ward 3 can print',
      requester: { email: 'rita@example.org' },
      impact: 2,
      urgency: 1,
      tags: ['printer', 'ward-3', 'Printer'],
      team: 'service desk',
      assignee: tina.id,
    })
    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({
      kind: 'incident',
      status: 'new',
      priority: 'high',
      requester: { id: rita.id, name: 'Rita Request', email: 'rita@example.org' },
      team: { name: 'Service Desk' },
      assignee: { id: tina.id },
      tags: ['printer', 'ward-3'],
      channel: 'agent',
    })
    expect(opened.headers.etag).toBe('"1"')
  })

  test('a requester opens one for themselves, and may not do triage', async () => {
    const own = await rita.post('/api/v1/tickets', { subject: 'My mouse is dead', description: 'It does not blink.' })
    expect(own.status).toBe(201)
    expect(own.body).toMatchObject({ requester: { id: rita.id }, channel: 'portal', nextStatuses: [] })
    expect(own.body.abilities.assign).toEqual({
      allowed: false,
      code: 'ticket.staff_only',
      reason: 'Only technicians do this.',
    })
    const triage = await rita.post('/api/v1/tickets', { subject: 'Mine first!', tags: ['urgent'] })
    expect(triage.status).toBe(403)
    expect(triage.body).toMatchObject({ code: 'ticket.staff_only_field', field: 'body.tags' })
  })

  test('an unknown requester becomes a person', async () => {
    const number = await open({ requester: { email: 'new.colleague@example.org', name: 'Nia New' } })
    const ticket = await tina.get(`/api/v1/tickets/${number}`)
    expect(ticket.body.requester).toMatchObject({ name: 'Nia New', email: 'new.colleague@example.org' })
  })

  test.each([
    [{ subject: '' }, 'body.subject'],
    [{ subject: '   ' }, 'body.subject'],
    [{}, 'body.subject'],
    [{ subject: 'x', kind: 'wish' }, 'body.kind'],
    [{ subject: 'x', impact: 9 }, 'body.impact'],
    [{ subject: 'x', requester: { email: 'no-address' } }, 'body.requester'],
    [{ subject: 'x', requester: { email: 'a@example.org' }, team: 'Nowhere' }, 'body.team'],
    [{ subject: 'x', requester: { email: 'a@example.org' }, service: 'Teleportation' }, 'body.service'],
  ])('wrong input %j names %s', async (body, field) => {
    const answer = await tina.post('/api/v1/tickets', body)
    expect(answer.status).toBe(422)
    expect(answer.body.field).toContain(field)
  })

  test('the same Idempotency-Key opens one ticket', async () => {
    const body = { subject: 'Once', requester: { email: 'rita@example.org' } }
    const ask = { headers: { 'idempotency-key': 'once-1' } }
    const [first, second] = await Promise.all([
      tina.post('/api/v1/tickets', body, ask),
      tina.post('/api/v1/tickets', body, ask),
    ])
    expect(first.status).toBe(201)
    expect(second.status).toBe(201)
    expect(second.body.number).toBe(first.body.number)
    const other = await tina.post('/api/v1/tickets', { ...body, subject: 'Twice' }, ask)
    expect(other.body.code).toBe('http.idempotency_key_reused')
  })
})

describe('changing', () => {
  test('tells what differs, and nothing when nothing does', async () => {
    const number = await open()
    const changed = await tina.patch(`/api/v1/tickets/${number}`, {
      subject: 'The big printer jams',
      location: 'Ward 3',
    })
    expect(changed.body).toMatchObject({ subject: 'The big printer jams', location: 'Ward 3', version: 2 })
    const same = await tina.patch(`/api/v1/tickets/${number}`, { location: 'Ward 3' })
    expect(same.body.version).toBe(2)
    const timeline = await tina.get(`/api/v1/tickets/${number}/timeline`)
    const changes = timeline.body.items.find((entry: { fact: string }) => entry.fact === 'ticket.changed')
    expect(changes).toMatchObject({
      actor: { kind: 'person', id: tina.id, name: 'Tina Tier' },
      data: { changes: { location: { before: null, after: 'Ward 3' } } },
    })
  })

  test('nothing but plain fields: what has rules of its own is not slipped past them', async () => {
    const number = await open()
    const path = `/api/v1/tickets/${number}`
    for (const slipped of [
      { status: 'closed' },
      { priority: 'critical' },
      { teamId: null },
      { requesterId: tina.id },
    ]) {
      const [name] = Object.keys(slipped)
      const refused = await tina.patch(path, { ...slipped, location: 'Ward 4' })
      expect(refused.body).toMatchObject({ status: 422, field: `body.${name}` })
    }
    expect((await tina.get(path)).body).toMatchObject({ status: 'new', location: null, requester: { id: rita.id } })
  })

  test('a level beyond the matrix is named, and a subject stands in one line', async () => {
    const number = await open({ subject: 'The printer\r\nBcc: everybody@example.org\u2028hums ' })
    const path = `/api/v1/tickets/${number}`
    expect((await tina.get(path)).body.subject).toBe('The printer Bcc: everybody@example.org hums')
    expect((await tina.patch(path, { urgency: 4 })).body).toMatchObject({ status: 422, field: 'body.urgency' })
    expect((await tina.patch(path, { impact: 5 })).body).toMatchObject({ status: 422, field: 'body.impact' })
  })

  test('is given to somebody by their address', async () => {
    const number = await open()
    const path = `/api/v1/tickets/${number}/assignment`
    expect((await tina.put(path, { assignee: tina.email })).body.assignee).toMatchObject({ id: tina.id })
    expect((await tina.put(path, { assignee: 'ghost@example.org' })).body).toMatchObject({ field: 'body.assignee' })
    const asker = await tina.put(path, { assignee: rita.id })
    expect(asker.body).toMatchObject({ code: 'ticket.assignee_not_of_the_desk', field: 'body.assignee' })
    expect((await tina.put(path, { assignee: 'ghost' })).body).toMatchObject({ status: 422, field: 'body.assignee' })
    expect((await tina.put(path, { assignee: null })).body.assignee).toBeNull()
  })

  test('two people who edit one ticket: the second gets the current state, not a lost update', async () => {
    const number = await open()
    const lena = await desk.as('lead')
    const seen = (await tina.get(`/api/v1/tickets/${number}`)).headers.etag as string
    expect(
      (await lena.patch(`/api/v1/tickets/${number}`, { urgency: 1 }, { headers: { 'if-match': seen } })).status,
    ).toBe(200)
    const late = await tina.patch(`/api/v1/tickets/${number}`, { urgency: 3 }, { headers: { 'if-match': seen } })
    expect(late.status).toBe(412)
    expect(late.body).toMatchObject({ code: 'http.stale', current: { number, urgency: 1 } })
  })

  test('the current state has whatever can be changed, as the ticket itself shows it', async () => {
    const number = await open({ tags: ['a'], service: 1 })
    const path = `/api/v1/tickets/${number}`
    await tina.patch(path, { location: 'Ward 3', estimatedAt: '2026-04-01T08:00:00.000Z', affectedPersons: [rita.id] })
    const late = await tina.patch(path, { urgency: 3 }, { headers: { 'if-match': '"1"' } })
    expect(late.status).toBe(412)
    const shown = (await tina.get(path)).body
    for (const field of Object.keys(ChangeTicket.properties)) {
      expect(late.body.current, field).toHaveProperty(field, shown[field])
    }
    expect(late.body.current).toMatchObject({ location: 'Ward 3', affectedPersons: [{ id: rita.id }] })
  })

  test('can be read as it was at a moment', async () => {
    desk.clock.set('2026-03-02T10:00:00Z')
    const number = await open({ tags: ['a'] })
    desk.clock.set('2026-03-02T11:00:00Z')
    await tina.patch(`/api/v1/tickets/${number}`, { subject: 'Renamed', tags: ['a', 'b'] })
    await tina.put(`/api/v1/tickets/${number}/status`, { status: 'in_progress' })
    desk.clock.set('2026-03-02T12:00:00Z')
    await tina.put(`/api/v1/tickets/${number}/status`, { status: 'waiting_vendor' })
    const then = (at: string) => tina.get(`/api/v1/tickets/${number}?at=${at}`)
    expect((await then('2026-03-02T10:30:00Z')).body).toMatchObject({
      subject: 'The printer jams',
      status: 'new',
      tags: ['a'],
    })
    expect((await then('2026-03-02T11:30:00Z')).body).toMatchObject({ subject: 'Renamed', status: 'in_progress' })
    expect((await then('2026-03-02T12:30:00Z')).body).toMatchObject({ status: 'waiting_vendor', tags: ['a', 'b'] })
    expect((await then('2026-03-02T09:00:00Z')).status).toBe(404)
  })
})

describe('status', () => {
  test('waits until a time and wakes by itself', async () => {
    desk.clock.set('2026-03-03T09:00:00Z')
    const number = await open()
    const past = await tina.put(`/api/v1/tickets/${number}/status`, {
      status: 'waiting_until',
      until: '2026-03-01T09:00:00Z',
    })
    expect(past.body.code).toBe('ticket.until_needed')
    const until = '2026-03-05T09:00:00.000Z'
    const waits = await tina.put(`/api/v1/tickets/${number}/status`, { status: 'waiting_until', until })
    expect(waits.body).toMatchObject({ status: 'waiting_until', waitingUntil: until })
    desk.clock.set('2026-03-04T09:00:00Z')
    await desk.drain()
    expect((await tina.get(`/api/v1/tickets/${number}`)).body.status).toBe('waiting_until')
    desk.clock.set('2026-03-05T09:00:01Z')
    await desk.drain()
    expect((await tina.get(`/api/v1/tickets/${number}`)).body).toMatchObject({ status: 'open', waitingUntil: null })
  })

  test('is not resolved without a resolution', async () => {
    const number = await open()
    const resolved = await tina.put(`/api/v1/tickets/${number}/status`, { status: 'resolved' })
    expect(resolved.status).toBe(409)
    expect(resolved.body.code).toBe('ticket.resolution_needed')
    const closed = await tina.put(`/api/v1/tickets/${number}/status`, { status: 'closed' })
    expect(closed.body.code).toBe('ticket.no_such_move')
  })
})

describe('who sees what', () => {
  test('a private team stays private, in the ticket, the list and the timeline', async () => {
    const sam = await desk.as('technician', { teams: ['Security'] })
    await desk.db.updateTable('people.team').set({ visibility: 'members' }).where('name', '=', 'Security').execute()
    const admin = await desk.as('administrator')
    const number = await open({ subject: 'Odd sign-ins' })
    // Handing it over is the last that Tina sees of it.
    const given = await tina.put(`/api/v1/tickets/${number}/assignment`, { team: 'Security' })
    expect(given.status).toBe(200)
    for (const outsider of [tina, admin]) {
      expect((await outsider.get(`/api/v1/tickets/${number}`)).status).toBe(404)
      expect((await outsider.get(`/api/v1/tickets/${number}/timeline`)).status).toBe(404)
      const list = await outsider.get('/api/v1/tickets?limit=200')
      expect(list.body.items.map((ticket: { number: number }) => ticket.number)).not.toContain(number)
    }
    expect((await sam.get(`/api/v1/tickets/${number}`)).status).toBe(200)
    expect((await rita.get(`/api/v1/tickets/${number}`)).status).toBe(200)
    const outsider = await sam.put(`/api/v1/tickets/${number}/assignment`, { assignee: tina.id })
    expect(outsider.body.code).toBe('ticket.assignee_not_in_team')
  })

  test('requesters see their own and those they watch, not those of others', async () => {
    const other = await desk.as('requester')
    const number = await open()
    expect((await other.get(`/api/v1/tickets/${number}`)).status).toBe(404)
    await tina.post(`/api/v1/tickets/${number}/watchers`, { person: other.id })
    const seen = await other.get(`/api/v1/tickets/${number}`)
    expect(seen.status).toBe(200)
    expect(seen.body.tags).toEqual([])
    await tina.delete(`/api/v1/tickets/${number}/watchers/${other.id}`)
    expect((await other.get(`/api/v1/tickets/${number}`)).status).toBe(404)
  })
})

test('colleagues share tickets where their organisation does, but not those of a private team', async () => {
  const ward = await desk.db
    .insertInto('people.organisation')
    .values({ name: 'Ward 3', sharesTickets: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  const anna = await desk.as('requester', { organisationId: ward.id })
  const bert = await desk.as('requester', { organisationId: ward.id })
  const cleo = await desk.as('requester')
  const number = (await anna.post('/api/v1/tickets', { subject: 'Bed 7 has no lamp' })).body.number
  const listed = async (who: Persona) =>
    (await who.get('/api/v1/tickets?limit=200')).body.items.some((row: { number: number }) => row.number === number)
  expect((await bert.get(`/api/v1/tickets/${number}`)).status).toBe(200)
  expect(await listed(bert)).toBe(true)
  expect((await cleo.get(`/api/v1/tickets/${number}`)).status).toBe(404)
  expect(await listed(cleo)).toBe(false)
  const sue = await desk.as('technician', { teams: ['HR'] })
  await desk.db.updateTable('people.team').set({ visibility: 'members' }).where('name', '=', 'HR').execute()
  await desk.as('technician', { teams: ['Elsewhere'] })
  expect((await sue.put(`/api/v1/tickets/${number}/assignment`, { team: 'HR' })).status).toBe(200)
  expect((await bert.get(`/api/v1/tickets/${number}`)).status).toBe(404)
  expect(await listed(bert)).toBe(false)
  expect(await listed(anna)).toBe(true)
})

describe('links', () => {
  test('read both ways, exist once, and can be removed', async () => {
    const [one, two] = [await open(), await open()]
    const linked = await tina.post(`/api/v1/tickets/${one}/links`, { relation: 'duplicates', to: two })
    expect(linked.body.links).toMatchObject([{ relation: 'duplicates', direction: 'to', number: two }])
    const again = await tina.post(`/api/v1/tickets/${one}/links`, { relation: 'duplicates', to: two })
    expect(again.body.code).toBe('ticket.link_exists')
    const other = await tina.get(`/api/v1/tickets/${two}`)
    expect(other.body.links).toMatchObject([{ relation: 'duplicates', direction: 'from', number: one }])
    const removed = await tina.delete(`/api/v1/tickets/${two}/links/${other.body.links[0].id}`)
    expect(removed.body.links).toEqual([])
  })
})

describe('lists', () => {
  test.each([
    'updatedAt',
    '-updatedAt',
    'createdAt',
    '-createdAt',
    'priority',
    '-priority',
    'number',
    '-number',
    'estimatedAt',
    '-estimatedAt',
  ])('page through everything once, sorted by %s', async (sort) => {
    const all = await tina.get(`/api/v1/tickets?sort=${sort}&limit=200`)
    const numbers: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await tina.get(`/api/v1/tickets?sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`)
      expect(page.status).toBe(200)
      numbers.push(...page.body.items.map((ticket: { number: number }) => ticket.number))
      cursor = page.body.nextCursor
    }
    expect(numbers).toEqual(all.body.items.map((ticket: { number: number }) => ticket.number))
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('filter by any field', async () => {
    const number = await open({
      tags: ['vpn', 'remote'],
      assignee: tina.id,
      estimatedAt: '2026-04-01T12:00:00Z',
      urgency: 1,
    })
    const found = async (query: string) =>
      (await tina.get(`/api/v1/tickets?limit=200&${query}`)).body.items.some(
        (t: { number: number }) => t.number === number,
      )
    expect(await found('status=open,new&assignee=me&tag=vpn,remote')).toBe(true)
    expect(await found('status=active&requester=rita@example.org')).toBe(true)
    expect(await found('team=none&priority=moderate,high')).toBe(true)
    expect(await found('status=resolved')).toBe(false)
    expect(await found('tag=vpn,other')).toBe(false)
    expect(await found('assignee=none')).toBe(false)
    expect(await found('team=Service Desk')).toBe(false)
    const bad = await tina.get('/api/v1/tickets?status=broken')
    expect(bad.body).toMatchObject({ code: 'ticket.bad_filter', field: 'query.status' })
    const cursor = await tina.get('/api/v1/tickets?cursor=nonsense')
    expect(cursor.body).toMatchObject({ code: 'http.bad_cursor', field: 'query.cursor' })
  })
})

describe('the form of a service', () => {
  const subject = 'I need something'
  const service = 'Accounts & access'

  test('is checked again on the server; a requester answers it whole, a technician may leave gaps', async () => {
    const missing = await rita.post('/api/v1/tickets', { subject, service, customFields: { wanted: 'access' } })
    expect(missing.status).toBe(422)
    expect(missing.body).toMatchObject({ code: 'ticket.wrong_answer', field: 'body.customFields.target' })
    const odd = await tina.post('/api/v1/tickets', {
      subject,
      service,
      requester: { email: 'rita@example.org' },
      customFields: { wanted: 'a pony' },
    })
    expect(odd.body.field).toBe('body.customFields.wanted')
    const good = await rita.post('/api/v1/tickets', {
      subject,
      service,
      customFields: { wanted: 'access', target: 'Folder X', person: 'hidden, so not kept', junk: 1 },
    })
    expect(good.body).toMatchObject({
      kind: 'request',
      service: { name: service },
      customFields: { wanted: 'access', target: 'Folder X' },
    })
    expect(good.body.customFields).not.toHaveProperty('person')
    expect(good.body.customFields).not.toHaveProperty('junk')
  })
})

test('a ticket cannot be opened with the file of somebody else', async () => {
  const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nsecret\r\n--b--\r\n'
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'idempotency-key': 'upload-1' }
  const first = await tina.post('/api/v1/files', body, { headers })
  expect(first.status).toBe(201)
  expect((await tina.post('/api/v1/files', body, { headers })).body.id).toBe(first.body.id)
  const stolen = await rita.post('/api/v1/tickets', { subject: 'x', attachments: [first.body.id] })
  expect(stolen.body).toMatchObject({ code: 'files.foreign', field: 'body.attachments' })
})
