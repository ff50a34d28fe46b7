import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setEnvironment } from '../../platform/config/index.ts'
import { putFile } from '../../platform/files/index.ts'
import { type NewMail, queueMail, withdrawMail } from '../../platform/mail/index.ts'
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

test('only administrators see the outbox', async () => {
  const technician = await desk.as('technician')
  expect((await technician.get('/api/v1/outbox')).status).toBe(403)
})
