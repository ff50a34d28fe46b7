import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import { openSmtpSink, type SmtpSink } from '../../../platform/testkit/smtp-sink.ts'

let desk: TestDesk
let sink: SmtpSink
let adam: Persona
let rita: Persona

beforeAll(async () => {
  desk = await startDesk()
  sink = await openSmtpSink()
  setEnvironment({ ...process.env, MAIL_FROM: 'desk@desk.example', SMTP_OUT_URL: sink.url })
  adam = await desk.as('administrator')
  rita = await desk.as('requester', { email: 'rita@x.example' })
})
afterAll(async () => {
  await sink.close()
  await desk.stop()
  setEnvironment(process.env)
})

const outgoing = async () => (await adam.get('/api/v1/mail-doors')).body.items.at(-1)

test('sending works while single mails are refused; it fails with its server, and stands while it is paused', async () => {
  expect(await outgoing()).toMatchObject({ kind: 'outgoing', state: 'unused', waiting: 0 })
  await rita.post('/api/v1/tickets', { subject: 'The printer jams', description: 'Tray 2.' })
  await desk.drain()
  const { id } = await desk.db.selectFrom('platform.outbox').select('id').executeTakeFirstOrThrow()
  expect(await outgoing()).toMatchObject({ state: 'connected', lastMessageAt: expect.any(String), trouble: null })

  const refused = { state: 'failed', lastError: '550 5.1.1 No such user', stateAt: new Date() } as const
  await desk.db.updateTable('platform.outbox').set(refused).where('id', '=', id).execute()
  expect(await outgoing()).toMatchObject({ state: 'unused', trouble: null })

  const since = new Date('2026-03-02T09:00:00Z')
  const trouble = { senderId: 1, since, attempts: 3, error: 'connect ECONNREFUSED', nextAttemptAt: since }
  await desk.db.insertInto('platform.mailTrouble').values(trouble).execute()
  expect(await outgoing()).toMatchObject({
    state: 'failed',
    trouble: { detail: 'connect ECONNREFUSED' },
    troubleAt: since.toISOString(),
  })

  await adam.put('/api/v1/outbox/pause', { why: 'moving' })
  expect(await outgoing()).toMatchObject({ state: 'paused' })
})
