import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { isSpam } from './index.ts'

let desk: TestDesk
let admin: Speaker
let ana: Speaker
let requester: Speaker

beforeAll(async () => {
  desk = await startDesk()
  admin = await desk.as('administrator')
  ana = await desk.as('technician')
  requester = await desk.as('requester')
})
afterAll(() => desk.stop())

async function open(more: Record<string, unknown> = {}): Promise<number> {
  const answer = await ana.post('/api/v1/tickets', {
    subject: 'Something is broken',
    description: 'Please help.',
    requester: { email: 'rita@example.org', name: 'Rita' },
    ...more,
  })
  expect(answer.status).toBe(201)
  return answer.body.number
}
const at = (number: number, what = '') => `/api/v1/tickets/${number}${what}`
/** What ticket and triage told of it; the rooms to the right have their own tests. */
const factsOf = async (number: number) =>
  (
    await desk.db
      .selectFrom('platform.fact')
      .select('name')
      .where('subjectKind', '=', 'ticket')
      .where('subjectId', '=', number)
      .orderBy('id')
      .execute()
  )
    .map((fact) => fact.name)
    .filter((name) => /^(ticket|triage)\./.test(name))

describe('the priority', () => {
  it('comes from impact and urgency, with the reason', async () => {
    const number = await open({ impact: 3, urgency: 1 })
    expect((await ana.get(at(number, '/priority'))).body).toMatchObject({
      priority: 'moderate',
      computed: 'moderate',
      impactLabel: { en: 'One person', de: 'Eine Person' },
      urgencyLabel: { en: 'Cannot work' },
      override: null,
      abilities: { override: { allowed: true } },
    })
  })

  it('follows a change of impact or urgency', async () => {
    const number = await open({ impact: 3, urgency: 3 })
    const changed = await ana.patch(at(number), { impact: 1, urgency: 1 })
    expect(changed.body.priority).toBe('critical')
    expect(await factsOf(number)).toEqual(['ticket.opened', 'ticket.changed', 'ticket.priority_set'])
  })

  it('is overridden with a reason, keeps it through changes, and follows the matrix again when that is taken back', async () => {
    const number = await open({ impact: 3, urgency: 3 })
    const body = { priority: 'high', reason: 'The director is waiting' }
    const overridden = await ana.put(at(number, '/priority'), body)
    expect(overridden.body).toMatchObject({ priority: 'high', computed: 'low', override: { reason: body.reason } })
    await ana.patch(at(number), { impact: 1, urgency: 1 })
    expect((await ana.get(at(number))).body.priority).toBe('high')
    const back = await ana.delete(at(number, '/priority'))
    expect(back.body).toMatchObject({ priority: 'critical', override: null })
    expect((await ana.get(at(number))).body.priority).toBe('critical')
    expect((await ana.delete(at(number, '/priority'))).body.code).toBe('triage.not_overridden')
    expect(await factsOf(number)).toEqual([
      'ticket.opened',
      'triage.priority_overridden',
      'ticket.priority_set',
      'ticket.changed',
      'triage.override_withdrawn',
      'ticket.priority_set',
    ])
  })

  it('needs a reason to be overridden, and a technician', async () => {
    const number = await open()
    const refused = await ana.put(at(number, '/priority'), { priority: 'high', reason: '  ' })
    expect(refused).toMatchObject({ status: 422, body: { field: 'body.reason' } })
    const asked = await requester.put(at(number, '/priority'), { priority: 'high', reason: 'Mine!' })
    expect(asked.status).toBe(403)
    expect((await requester.get(at(number, '/priority'))).status).toBe(404)
  })

  it('is not overridden by somebody who saw an older ticket', async () => {
    const number = await open()
    const { headers } = await ana.get(at(number))
    await ana.patch(at(number), { subject: 'Another subject' })
    const late = await ana.put(
      at(number, '/priority'),
      { priority: 'high', reason: 'Now' },
      { headers: { 'if-match': String(headers.etag) } },
    )
    expect(late.status).toBe(412)
  })
})

describe('spam', () => {
  it('is closed quietly and comes back as it was', async () => {
    const number = await open()
    await ana.put(at(number, '/status'), { status: 'in_progress' })
    const marked = await ana.put(at(number, '/spam'))
    expect(marked.body).toMatchObject({
      spam: true,
      abilities: { mark: { allowed: false }, unmark: { allowed: true } },
    })
    expect((await ana.get(at(number))).body.status).toBe('closed')
    expect(await isSpam(desk.db, number)).toBe(true)
    expect((await ana.put(at(number, '/spam'))).status).toBe(200)
    const unmarked = await ana.delete(at(number, '/spam'))
    expect(unmarked.body).toMatchObject({ spam: false })
    expect((await ana.get(at(number))).body.status).toBe('in_progress')
    expect(await isSpam(desk.db, number)).toBe(false)
    expect((await factsOf(number)).filter((name) => name.includes('spam'))).toEqual([
      'triage.spam_marked',
      'triage.spam_unmarked',
    ])
  })

  it('is new again when it was', async () => {
    const number = await open()
    await ana.put(at(number, '/spam'))
    await ana.delete(at(number, '/spam'))
    expect((await ana.get(at(number))).body.status).toBe('new')
    const clocks = await ana.get(at(number, '/clocks'))
    expect(clocks.status, clocks.text).toBe(200)
  })

  it('is decided by technicians', async () => {
    const number = await open()
    expect((await requester.put(at(number, '/spam'))).status).toBe(403)
    expect((await requester.get(at(number, '/spam'))).status).toBe(403)
  })
})

describe('similar tickets', () => {
  it('are found by what both say, with the reason, and not those that say something else', async () => {
    const first = await open({
      subject: 'Infusion pump display flickers',
      description: 'The pump on ward seven flickers and beeps.',
      affectedThing: 'PUMP-7',
    })
    await open({ subject: 'New badge for the visitor', description: 'A visitor badge for Tuesday.' })
    const second = await open({
      subject: 'Display of the infusion pump flickers',
      description: 'Ward seven: it beeps all the time.',
      affectedThing: 'pump-7',
      requester: { email: 'otto@example.org' },
    })
    const { items } = (await ana.get(at(second, '/similar'))).body
    expect(items.map((item: { number: number }) => item.number)).toEqual([first])
    expect(items[0].reasons.map((reason: { code: string }) => reason.code)).toEqual(['words', 'same_thing'])
    expect(items[0].reasons[0].words).toContain('flickers')
  })

  it('are open or recently resolved, and no spam', async () => {
    const subject = 'Centrifuge software licence expired'
    const [spam, open1, asked] = [await open({ subject }), await open({ subject }), await open({ subject })]
    await ana.put(at(spam, '/spam'))
    const { items } = (await ana.get(at(asked, '/similar'))).body
    expect(items.map((item: { number: number }) => item.number)).toEqual([open1])
  })

  it('are not shown to those who may not see them', async () => {
    const ben = await desk.as('technician')
    const team = await admin.post('/api/v1/teams', { name: 'Security', visibility: 'members' })
    const subject = 'Suspicious login from Iceland'
    const secret = await open({ subject })
    const asked = await open({ subject })
    expect((await ben.get(at(asked, '/similar'))).body.items).toHaveLength(1)
    expect((await ana.put(at(secret, '/assignment'), { team: team.body.id })).status).toBeLessThan(300)
    expect((await ben.get(at(asked, '/similar'))).body.items).toEqual([])
    expect((await requester.get(at(asked, '/similar'))).status).toBe(403)
  })

  it('are forgotten when they have long been solved', async () => {
    const number = await open({ subject: 'Ancient pager battery' })
    await ana.put(at(number, '/spam'))
    await ana.delete(at(number, '/spam'))
    await ana.put(at(number, '/spam'))
    const here = () =>
      desk.db.selectFrom('triage.fingerprint').select('ticketNumber').where('ticketNumber', '=', number).execute()
    const sweep = desk.assembly.crons.find((cron) => cron.name === 'sweep fingerprints')
    await sweep?.run(desk.cx())
    expect(await here()).toHaveLength(1)
    const before = desk.clock.now()
    desk.clock.set(new Date(before.getTime() + 50 * 86_400_000).toISOString())
    await sweep?.run(desk.cx())
    expect(await here()).toHaveLength(0)
    desk.clock.set(before.toISOString())
  })
})

describe('a change of the catalogue', () => {
  it('says what a matrix would do, and then does that, except where somebody overrode', async () => {
    const number = await open({ impact: 2, urgency: 3 })
    const kept = await open({ impact: 2, urgency: 3 })
    await ana.put(at(kept, '/priority'), { priority: 'critical', reason: 'Because' })
    const matrix = (await admin.get('/api/v1/priority-matrix')).body
    const wanted = {
      impacts: matrix.impacts,
      urgencies: matrix.urgencies,
      cells: [matrix.cells[0], ['high', 'moderate', 'moderate'], matrix.cells[2]],
    }
    const preview = await admin.post('/api/v1/priority-matrix/preview', wanted)
    expect(preview.body).toMatchObject({
      changing: 1,
      moves: [{ from: 'low', to: 'moderate', tickets: 1 }],
      examples: [{ number, from: 'low', to: 'moderate' }],
    })
    expect((await ana.get(at(number))).body.priority).toBe('low')
    expect((await ana.post('/api/v1/priority-matrix/preview', wanted)).status).toBe(403)
    await admin.put('/api/v1/priority-matrix', wanted)
    await desk.drain()
    expect((await ana.get(at(number))).body.priority).toBe('moderate')
    expect((await ana.get(at(kept))).body.priority).toBe('critical')
  })

  it('says how many tickets carry a category, and moves the open ones with a merger', async () => {
    const add = async (name: string) => (await admin.post('/api/v1/categories', { name })).body.id as number
    const [old, kept] = [await add('Old'), await add('Kept')]
    const number = await open({ category: old })
    const closed = await open({ category: old })
    await ana.put(at(closed, '/spam'))
    const usage = await admin.get(`/api/v1/categories/${old}/usage`)
    expect(usage.body).toEqual({ openTickets: 1, tickets: 2, more: false })
    expect((await admin.delete(`/api/v1/categories/${old}`)).body.code).toBe('catalog.category_in_use')
    await admin.post(`/api/v1/categories/${old}/merger`, { intoId: kept })
    await desk.drain()
    expect((await ana.get(at(number))).body.category).toMatchObject({ id: kept, name: 'Kept' })
    expect((await ana.get(at(closed))).body.category).toMatchObject({ name: 'Kept' })
  })

  it('says how many tickets are about a service', async () => {
    const service = (await admin.post('/api/v1/services', { name: 'Pagers' })).body.id
    await open({ service })
    expect((await admin.get(`/api/v1/services/${service}/usage`)).body).toEqual({
      openTickets: 1,
      tickets: 1,
      more: false,
    })
    expect((await admin.delete(`/api/v1/services/${service}`)).body.code).toBe('catalog.service_in_use')
  })
})
