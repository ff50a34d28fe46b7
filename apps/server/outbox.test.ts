import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setEnvironment } from '../../platform/config/index.ts'
import { putFile } from '../../platform/files/index.ts'
import { addSender, type NewMail, queueMail, withdrawMail } from '../../platform/mail/index.ts'
import { sweepOutbox } from '../../platform/mail/sweep-outbox.ts'
import { openSmtpSink, type SmtpSink } from '../../platform/testkit/smtp-sink.ts'
import { startDesk, type TestDesk } from './testkit.ts'

let desk: TestDesk
let sink: SmtpSink

beforeAll(async () => {
  desk = await startDesk()
  sink = await openSmtpSink()
  useServer(sink.url)
})

beforeEach(() => {
  sink.answers = {}
  sink.taken.length = 0
})

afterAll(async () => {
  await sink.close()
  await desk.stop()
  setEnvironment(process.env)
})

function useServer(url: string | undefined): void {
  setEnvironment({ ...process.env, MAIL_FROM: 'desk@desk.example', SMTP_OUT_URL: url })
}

const queue = (mail: Partial<NewMail> = {}) =>
  desk
    .cx()
    .tx((tx) =>
      queueMail(tx, { to: [{ email: 'ana@x.example', name: 'Ana' }], subject: 'Hello', text: 'Hi Ana', ...mail }),
    )

const mailOf = (id: number) =>
  desk.db.selectFrom('platform.outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const factsAbout = (id: number) =>
  desk.db
    .selectFrom('platform.fact')
    .select('name')
    .where('subjectKind', '=', 'mail')
    .where('subjectId', '=', id)
    .execute()

function later(minutes: number): void {
  desk.clock.set(new Date(desk.clock.now().getTime() + minutes * 60_000).toISOString())
}

test('a mail goes out whole, once, with its threading headers, and its file and image', async () => {
  const file = await desk
    .cx()
    .tx((tx) => putFile(tx, { content: Buffer.from('png'), name: 'p.png', type: 'image/png' }))
  const { id, messageId } = await queue({
    from: { name: 'IT' },
    cc: [{ email: 'bo@x.example' }],
    html: `<p>Hi <img src="/api/v1/files/${file.id}?show=true"></p>`,
    inReplyTo: 'm1@x.example',
    references: ['m0@x.example', 'm1@x.example'],
    attachments: [{ fileId: file.id, inline: true }],
    automatic: true,
  })
  await desk.drain()
  expect(await mailOf(id)).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
  expect(await factsAbout(id)).toEqual([{ name: 'mail.sent' }])
  const [message = ''] = sink.taken
  const unfolded = message.replace(/\r\n[ \t]+/g, ' ')
  expect(unfolded).toContain(`Message-ID: <${messageId}>`)
  expect(unfolded).toContain('From: IT <desk@desk.example>')
  expect(unfolded).toContain('Cc: bo@x.example')
  expect(unfolded).toContain('In-Reply-To: <m1@x.example>')
  expect(unfolded).toContain('References: <m0@x.example> <m1@x.example>')
  expect(unfolded).toContain('Auto-Submitted: auto-generated')
  expect(unfolded).toContain(`cid:file-${file.id}@deskhand`)
  expect(unfolded).toContain(Buffer.from('png').toString('base64'))
  await desk.drain()
  expect(sink.taken.length).toBe(1)
})

test('without a server mail is held, shown, and goes out once there is one', async () => {
  useServer(undefined)
  const { id } = await queue()
  await desk.drain()
  expect((await mailOf(id)).state).toBe('held')
  const admin = await desk.as('administrator')
  expect((await admin.get('/api/v1/outbox?state=held')).body.items).toMatchObject([{ id, subject: 'Hello' }])
  expect((await admin.post(`/api/v1/outbox/${id}/attempts`)).body.code).toBe('mail.no_server')
  useServer(sink.url)
  await sweepOutbox(desk.cx())
  await sweepOutbox(desk.cx())
  later(1)
  await sweepOutbox(desk.cx())
  await desk.drain()
  expect((await mailOf(id)).state).toBe('sent')
  expect(sink.taken.length).toBe(1)
})

test('a temporary refusal and a dead server are tried again, with more and more patience', async () => {
  sink.answers.data = () => '451 come back later'
  const { id } = await queue()
  await desk.drain()
  expect(await mailOf(id)).toMatchObject({
    state: 'queued',
    attempts: 1,
    smtpCode: 451,
    lastError: '451 come back later',
  })
  await desk.drain()
  expect((await mailOf(id)).attempts).toBe(1)
  useServer('smtp://127.0.0.1:1?ignoreTLS=true')
  later(2)
  await desk.drain()
  expect(await mailOf(id)).toMatchObject({ state: 'queued', attempts: 2, smtpCode: null })
  useServer(sink.url)
  sink.answers = {}
  later(5)
  await desk.drain()
  expect(await mailOf(id)).toMatchObject({ state: 'sent', attempts: 3, smtpCode: null, lastError: null })
})

test('patience ends', async () => {
  sink.answers.data = () => '421 closing'
  const { id } = await queue()
  for (let attempt = 0; attempt < 11; attempt++) {
    await desk.drain()
    later(721)
  }
  expect(await mailOf(id)).toMatchObject({ state: 'failed', attempts: 11 })
  expect(await factsAbout(id)).toEqual([{ name: 'mail.failed' }])
})

test('a permanent refusal is final until a person says otherwise', async () => {
  sink.answers.rcpt = () => '550 no such user'
  const { id } = await queue()
  await desk.drain()
  expect(await mailOf(id)).toMatchObject({ state: 'failed', attempts: 1, smtpCode: 550 })
  later(10_000)
  await sweepOutbox(desk.cx())
  await desk.drain()
  expect((await mailOf(id)).attempts).toBe(1)
  sink.answers = {}
  const admin = await desk.as('administrator')
  expect((await admin.post(`/api/v1/outbox/${id}/attempts`)).body.state).toBe('queued')
  await desk.drain()
  expect((await mailOf(id)).state).toBe('sent')
  expect((await admin.post(`/api/v1/outbox/${id}/attempts`)).status).toBe(409)
})

test('a connection that breaks after the text leaves it uncertain, and it is never sent again by itself', async () => {
  let seen = 0
  sink.answers.data = () => {
    seen++
    return 'drop'
  }
  const { id } = await queue()
  await desk.drain()
  expect((await mailOf(id)).state).toBe('uncertain')
  expect(await factsAbout(id)).toEqual([{ name: 'mail.uncertain' }])
  later(10_000)
  await sweepOutbox(desk.cx())
  await desk.drain()
  expect(seen).toBe(1)
})

test('a crash while sending leaves it uncertain; a crash before leaves it to be sent', async () => {
  const { id } = await queue()
  const waiting = await queue({ subject: 'Waits' })
  await sql`delete from graphile_worker._private_jobs`.execute(desk.db)
  await desk.db.updateTable('platform.outbox').set({ state: 'sending' }).where('id', '=', id).execute()
  later(1)
  await sweepOutbox(desk.cx())
  await desk.drain()
  expect((await mailOf(id)).state).toBe('uncertain')
  expect((await mailOf(waiting.id)).state).toBe('sent')
  expect(sink.taken.length).toBe(1)
})

test('what another process is sending is left alone', async () => {
  const { id } = await queue()
  await desk.db.updateTable('platform.outbox').set({ state: 'sending' }).where('id', '=', id).execute()
  const other = await desk.pool.connect()
  await other.query('select pg_advisory_lock(1835100524, $1::int)', [id])
  await sweepOutbox(desk.cx())
  await desk.drain()
  expect((await mailOf(id)).state).toBe('sending')
  await other.query('select pg_advisory_unlock(1835100524, $1::int)', [id])
  other.release()
  await sweepOutbox(desk.cx())
  expect((await mailOf(id)).state).toBe('uncertain')
})

test('a mail with a time waits for it and can be taken back until then', async () => {
  const notBefore = new Date(desk.clock.now().getTime() + 10_000)
  const first = await queue({ notBefore })
  const second = await queue({ notBefore })
  await desk.drain()
  expect((await mailOf(first.id)).state).toBe('queued')
  expect(await desk.cx().tx((tx) => withdrawMail(tx, first.id))).toBe(true)
  later(1)
  await desk.drain()
  expect((await mailOf(first.id)).state).toBe('withdrawn')
  expect((await mailOf(second.id)).state).toBe('sent')
  expect(await desk.cx().tx((tx) => withdrawMail(tx, second.id))).toBe(false)
})

/** Jobs that a job added are due by the clock of the test, which the queue learns with the next drain. */
async function drainTwice(): Promise<void> {
  await desk.drain()
  await desk.drain()
}

const sameMinute = () => {
  const now = desk.clock.now().getTime()
  desk.clock.set(new Date(Math.floor(now / 60_000) * 60_000 + 60_000).toISOString())
}

test('sending is paused and resumed, and nothing that waited is lost', async () => {
  const admin = await desk.as('administrator')
  const paused = await admin.put('/api/v1/outbox/pause', { why: 'The relay moves' })
  expect(paused.body.paused).toMatchObject({ by: admin.name, why: 'The relay moves' })
  const first = await queue()
  const second = await queue()
  await desk.drain()
  later(5)
  await sweepOutbox(desk.cx())
  await desk.drain()
  expect(sink.taken.length).toBe(0)
  expect(await mailOf(first.id)).toMatchObject({ state: 'queued', attempts: 0 })
  expect((await admin.get('/api/v1/outbox/overview')).body).toMatchObject({ counts: { queued: 2 } })
  expect((await admin.delete('/api/v1/outbox/pause')).body.paused).toBeNull()
  await drainTwice()
  expect((await mailOf(second.id)).state).toBe('sent')
  expect(sink.taken.length).toBe(2)
})

test('one way is paused while the others go on, and has a server and a login of its own', async () => {
  const admin = await desk.as('administrator')
  const other = await openSmtpSink({ auth: () => '235 welcome' })
  const way = await desk.cx().tx((tx) => addSender(tx, 'sales@x.example'))
  const server = { host: '127.0.0.1', port: other.port, security: 'none', username: 'sales', password: 'open sesame' }
  const kept = await admin.patch(`/api/v1/mail-senders/${way}`, { server })
  expect(kept.body.server).toMatchObject({ username: 'sales', hasPassword: true })
  expect(kept.text).not.toContain('sesame')
  const row = await desk.db
    .selectFrom('platform.mailSender')
    .select('password')
    .where('id', '=', way)
    .executeTakeFirst()
  expect(row?.password?.toString('latin1')).not.toContain('sesame')
  // A kept password is not sent to another server.
  const elsewhere = await admin.patch(`/api/v1/mail-senders/${way}`, {
    server: { ...server, host: 'evil.example', password: undefined },
  })
  expect(elsewhere.body).toMatchObject({ code: 'mail.password_again', field: 'body.server.password' })
  expect((await admin.post(`/api/v1/mail-senders/${way}/trials`)).body).toMatchObject({ ok: true })

  await admin.put(`/api/v1/outbox/pause?sender=${way}`, {})
  const waits = await queue({ senderId: way })
  const goes = await queue()
  await desk.drain()
  expect((await mailOf(waits.id)).state).toBe('queued')
  expect((await mailOf(goes.id)).state).toBe('sent')
  await admin.delete(`/api/v1/outbox/pause?sender=${way}`)
  await drainTwice()
  expect((await mailOf(waits.id)).state).toBe('sent')
  expect([sink.taken.length, other.taken.length]).toEqual([1, 1])

  // A login that is refused is trouble of the way, not of the mail.
  other.answers.auth = () => '535 5.7.8 no'
  const refused = await queue({ senderId: way })
  const behind = await queue({ senderId: way })
  await desk.drain()
  expect(await mailOf(refused.id)).toMatchObject({ state: 'queued', attempts: 1, smtpCode: 535 })
  expect(await mailOf(behind.id)).toMatchObject({ state: 'queued', attempts: 0 })
  const overview = await admin.get('/api/v1/outbox/overview')
  const shown = overview.body.senders.find((one: { id: number }) => one.id === way)
  expect(shown).toMatchObject({ waiting: 2, trouble: { error: expect.stringContaining('535') } })
  expect((await admin.post(`/api/v1/mail-senders/${way}/trials`)).body).toMatchObject({ ok: false })
  other.answers.auth = () => '235 welcome'
  later(2)
  await desk.drain()
  later(2)
  await desk.drain()
  expect((await mailOf(refused.id)).state).toBe('sent')
  expect((await mailOf(behind.id)).state).toBe('sent')
  expect(await desk.db.selectFrom('platform.mailTrouble').selectAll().execute()).toEqual([])
  await other.close()
})

test('a way sends no more than it may in a minute; the rest waits and is not counted as tried', async () => {
  const way = await desk.cx().tx((tx) => addSender(tx, 'slow@x.example'))
  const admin = await desk.as('administrator')
  await admin.patch(`/api/v1/mail-senders/${way}`, { ratePerMinute: 2 })
  sameMinute()
  for (let nth = 0; nth < 5; nth++) await queue({ senderId: way })
  await desk.drain()
  expect(sink.taken.length).toBe(2)
  const waiting = await desk.db
    .selectFrom('platform.outbox')
    .select(['attempts', 'state'])
    .where('senderId', '=', way)
    .where('state', '=', 'queued')
    .execute()
  expect(waiting).toEqual(Array(3).fill({ attempts: 0, state: 'queued' }))
  later(1)
  await desk.drain()
  expect(sink.taken.length).toBe(4)
  later(1)
  await desk.drain()
  expect(sink.taken.length).toBe(5)
})

test('who has a mail already does not get it again when others were put off', async () => {
  sink.answers.rcpt = (address) => (address === 'bo@x.example' ? '450 greylisted' : '250 OK')
  const { id } = await queue({ cc: [{ email: 'bo@x.example' }] })
  await desk.drain()
  expect(await mailOf(id)).toMatchObject({ state: 'queued', deliveredTo: ['ana@x.example'], smtpCode: 450 })
  const asked: string[] = []
  sink.answers.rcpt = (address) => {
    asked.push(address)
    return '250 OK'
  }
  later(2)
  await desk.drain()
  expect((await mailOf(id)).state).toBe('sent')
  expect(asked).toEqual(['bo@x.example'])
})

test('many are found, sent again or taken out at once', async () => {
  sink.answers.rcpt = () => '550 no such user'
  const first = await queue({ subject: 'Needle 1' })
  const second = await queue({ subject: 'Needle 2' })
  await desk.drain()
  sink.answers = {}
  const admin = await desk.as('administrator')
  const found = await admin.get('/api/v1/outbox?q=needle&limit=1')
  expect(found.body.items).toMatchObject([{ id: second.id, state: 'failed' }])
  const next = await admin.get(`/api/v1/outbox?q=needle&limit=1&cursor=${found.body.nextCursor}`)
  expect(next.body).toMatchObject({ items: [{ id: first.id }], nextCursor: null })
  expect((await admin.post('/api/v1/outbox/attempts', { ids: [first.id, 999_999] })).body).toEqual({
    done: [first.id],
    skipped: [999_999],
  })
  await desk.drain()
  expect((await mailOf(first.id)).state).toBe('sent')
  const discarded = await admin.post('/api/v1/outbox/withdrawals', { ids: [first.id, second.id] })
  expect(discarded.body).toEqual({ done: [second.id], skipped: [first.id] })
  expect((await mailOf(second.id)).state).toBe('withdrawn')
})

test('only administrators see the outbox', async () => {
  const technician = await desk.as('technician')
  expect((await technician.get('/api/v1/outbox')).status).toBe(403)
})
