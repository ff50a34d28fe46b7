import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { aTeam } from '../../people/testkit/index.ts'

// A Monday morning; the default calendar is open from 08:00 to 17:00 UTC.
const now = '2026-03-02T09:00:00Z'
let desk: TestDesk
let team: { id: number }
let lead: Persona
let ana: Persona
let ben: Persona
let requester: Persona

beforeAll(async () => {
  desk = await startDesk({ now })
  team = await aTeam(desk.cx(), { name: 'Network' })
  lead = await desk.as('lead', { teams: [team.id] })
  ana = await desk.as('technician', { name: 'Ana Ruiz', teams: [team.id] })
  ben = await desk.as('technician', { name: 'Ben Okafor', teams: [team.id] })
  requester = await desk.as('requester')
})
afterAll(() => desk.stop())

async function ticket(subject: string, assignment: object) {
  const { number } = (await requester.post('/api/v1/tickets', { subject, description: 'Some words' })).body
  const given = await lead.put(`/api/v1/tickets/${number}/assignment`, { team: team.id, ...assignment })
  expect([given.status, given.text]).toEqual([200, expect.any(String)])
  return number as number
}

const board = async (by = lead, query = `?team=${team.id}`) => by.get(`/api/v1/board${query}`)
const column = (body: { people: { id: number; tickets: { number: number }[] }[] }, who: Persona) =>
  body.people.find((person) => person.id === who.id)

test('shows who has what, who is away, and what nobody has', async () => {
  const hers = await ticket('The switch hums', { assignee: ana.id })
  const free = await ticket('The socket is dead', { assignee: null })
  await ben.post('/api/v1/absences', { from: now, until: '2026-03-05T17:00:00Z', note: 'Leave', substituteId: ana.id })
  const { status, body } = await board()
  expect(status).toBe(200)
  expect(body).toMatchObject({ team: { name: 'Network' }, waiting: 1, unassigned: [{ number: free }] })
  expect(column(body, ana)).toMatchObject({ open: 1, away: false, atWork: true, tickets: [{ number: hers }] })
  expect(column(body, ben)).toMatchObject({ open: 0, away: true, awayUntil: '2026-03-05T17:00:00.000Z', note: 'Leave' })
})

test('puts what is over first, then what is due next, by the clock that leads', async () => {
  const over = await ticket('Over', { assignee: ana.id })
  const later = await ticket('Later', { assignee: ben.id })
  const waits = await ticket('Waits', { assignee: ben.id })
  await ben.put(`/api/v1/tickets/${waits}/status`, { status: 'waiting_vendor' })
  const set = (number: number, at: string | null) =>
    sql`update sla.clock set due_at = ${at} where ticket_number = ${number} and leads`.execute(desk.db)
  await sql`update sla.clock set due_at = '2026-04-01T09:00:00Z' where leads and due_at is not null`.execute(desk.db)
  await set(over, '2026-03-02T08:00:00Z')
  await set(later, '2026-03-02T09:30:00Z')
  const { body } = await board()
  expect(body.due.map((one: { number: number }) => one.number).slice(0, 2)).toEqual([over, later])
  expect(body.due[0]).toMatchObject({ breached: true, dueAt: '2026-03-02T08:00:00.000Z' })
  expect([body.late, body.soon]).toEqual([1, 1])
})

test('is for leads, and shows the board of a private team to its members alone', async () => {
  const secret = await aTeam(desk.cx(), { name: 'Security', visibility: 'members' })
  expect((await board(ana)).status).toBe(403)
  expect((await board(lead, `?team=${secret.id}`)).body.code).toBe('desk.no_such_board')
  const judith = await desk.as('administrator')
  expect((await board(judith, `?team=${secret.id}`)).status).toBe(404)
  const own = await desk.as('lead', { teams: [secret.id] })
  expect((await board(own, '')).body.team.name).toBe('Security')
})

test('one’s own work says why it is urgent and why it is important', async () => {
  const cara = await desk.as('technician', { name: 'Cara Lund', teams: [team.id] })
  const many = await ticket('The ward is cut off', { assignee: cara.id })
  const calm = await ticket('A wish', { assignee: cara.id })
  await cara.patch(`/api/v1/tickets/${many}`, { impact: 1, urgency: 1 })
  await sql`update sla.clock set due_at = '2026-04-01T09:00:00Z' where ticket_number in (${many}, ${calm})
    and due_at is not null`.execute(desk.db)
  const { body } = await cara.get('/api/v1/my-work')
  const found = (number: number) => body.items.find((one: { number: number }) => one.number === number)
  expect(found(many)).toMatchObject({ urgent: ['cannot_work'], important: ['everybody', 'priority'] })
  expect(found(calm)).toMatchObject({ urgent: [], important: [] })
  expect(body.more).toBe(false)
  expect((await ana.get('/api/v1/my-work')).body.items.map((one: { number: number }) => one.number)).not.toContain(many)
})
