import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk } from './testkit.ts'

/** Every statement that leaves this process, while somebody listens. */
let heard: string[] | undefined
const send = pg.Client.prototype.query
let desk: Awaited<ReturnType<typeof startDesk>>

beforeAll(async () => {
  // Connections keep the function they were made with, so it is replaced before the first.
  pg.Client.prototype.query = function (this: pg.Client, ...all: Parameters<typeof send>) {
    const query: unknown = all[0]
    heard?.push(typeof query === 'string' ? query : (query as { text: string }).text)
    return send.apply(this, all)
  } as typeof send
  desk = await startDesk()
})

afterAll(() => {
  pg.Client.prototype.query = send
})

async function statementsOf(work: () => Promise<{ status: number }>): Promise<string[]> {
  heard = []
  const { status } = await work()
  const statements = heard
  heard = undefined
  expect(status).toBeLessThan(300)
  return statements
}

// What a call sends to the database is most of what it costs; each statement more is to be a decision.
test('the calls that are made all day send few statements', async () => {
  const key = await desk.asKey('technician')
  const open = () =>
    key.post('/api/v1/tickets', {
      subject: 'Printer jams',
      description: 'It takes two sheets at a time.',
      requester: { email: 'ana@corp.example', name: 'Ana' },
    })
  const { number } = (await open()).body
  const reply = () =>
    key.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'Please clean the rollers.' })
  const calls = {
    // One more than before notices: the job that tells people later.
    open: [open, 14],
    // Two of them for the clocks: what they follow from is read, and what follows is written.
    reply: [reply, 14],
    read: [() => key.get(`/api/v1/tickets/${number}`), 4],
    thread: [() => key.get(`/api/v1/tickets/${number}/messages`), 8],
    list: [() => key.get('/api/v1/tickets?status=open,new&limit=50'), 4],
  } as const
  // The first of each fills what is remembered.
  for (const [work] of Object.values(calls)) await work()
  for (const [name, [work, most]] of Object.entries(calls)) {
    const statements = await statementsOf(work)
    expect(statements.length, `${name}:\n${statements.join('\n')}`).toBeLessThanOrEqual(most)
  }
  // What nobody is told of costs nothing: triggers of every kind decide in memory.
  const admin = await desk.as('administrator')
  const before = (await statementsOf(open)).length
  const kinds = [
    { kind: 'vip' },
    { kind: 'keyword', words: ['ransomware'] },
    { kind: 'similar', times: 20, minutes: 15 },
    { kind: 'idle', minutes: 2880 },
    { kind: 'reopened', times: 2 },
  ]
  for (const when of kinds)
    await admin.post('/api/v1/escalation-triggers', {
      name: when.kind,
      active: true,
      rule: { when, only: {}, tell: { leads: true, persons: [], roleId: null } },
    })
  await open()
  expect(await statementsOf(open)).toHaveLength(before)
  await desk.drain()
})
