import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import type { Running } from '../../../platform/room.ts'
import { aRawMail, sendToDesk } from '../testkit/index.ts'
import { sweepInboundMail } from './jobs.ts'
import { openSmtpDoor, smtpPort } from './smtp-door.ts'

let desk: TestDesk
let door: Running

beforeAll(async () => {
  setEnvironment({ ...process.env, SMTP_IN_PORT: '0', SMTP_IN_SIZE_LIMIT: '3000000', MAIL_FROM: 'desk@desk.example' })
  desk = await startDesk()
  door = await openSmtpDoor(desk.assembly.ground)
})

afterAll(async () => {
  await door.stop()
  await desk.stop()
  setEnvironment(process.env)
})

const ana = 'Ana <ana@x.example>'
const to = 'desk@desk.example'

async function lastItem() {
  return desk.db.selectFrom('intake.item').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
}

async function filed(mail: Parameters<typeof sendToDesk>[0]) {
  await sendToDesk({ from: ana, to, ...mail })
  await desk.drain()
  return lastItem()
}

test('a mail becomes a ticket; answers by References and by number land on it', async () => {
  await sendToDesk({ from: ana, to, subject: 'Printer jams', text: 'Help', messageId: '<m1@x.example>' })
  expect(await lastItem()).toMatchObject({ state: 'received', text: null })
  await desk.drain()
  const first = await lastItem()
  expect(first).toMatchObject({
    state: 'filed',
    fromEmail: 'ana@x.example',
    fromName: 'Ana',
    subject: 'Printer jams',
    text: 'Help',
  })
  const answer = await filed({ subject: 'Re: Printer jams', text: 'Again', inReplyTo: '<m1@x.example>' })
  expect(answer.ticketNumber).toBe(first.ticketNumber)
  const numbered = await filed({ subject: `Re: [#${first.ticketNumber}] Printer jams`, text: 'More' })
  expect(numbered.ticketNumber).toBe(first.ticketNumber)
  const mentioned = await filed({
    subject: `Room #${first.ticketNumber}`,
    text: `see [#${first.ticketNumber}] and #${first.ticketNumber}`,
  })
  expect(mentioned.ticketNumber).not.toBe(first.ticketNumber)
})

test('a copy by Message-ID is dropped, and one without id that is alike; both can be filed after all', async () => {
  await filed({ subject: 'Once', messageId: '<once@x.example>', text: 'a' })
  const copy = await filed({ subject: 'Once', messageId: '<once@x.example>', text: 'a' })
  expect(copy.state).toBe('duplicate')
  const key = await desk.asKey('administrator')
  const raw = aRawMail({ From: 'scan@x.example', Subject: 'Paper out' })
  const deliver = () => key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  await deliver()
  await deliver()
  await desk.drain()
  expect((await lastItem()).state).toBe('duplicate')
  const retried = await key.post(`/api/v1/inbound-mail/${copy.id}/attempts`)
  expect(retried.status).toBe(201)
  await desk.drain()
  expect((await key.get(`/api/v1/inbound-mail/${copy.id}`)).body).toMatchObject({
    state: 'filed',
    ticket: expect.any(Number),
  })
})

test('two copies at the same moment give one ticket', async () => {
  const mail = { from: ana, to, subject: 'Race', messageId: '<race@x.example>', text: 'a' }
  await Promise.all([1, 2, 3, 4].map(() => sendToDesk(mail)))
  await desk.drain()
  const rows = await desk.db
    .selectFrom('intake.item')
    .select('state')
    .where('messageId', '=', 'race@x.example')
    .execute()
  expect(rows.map((row) => row.state).sort()).toEqual(['duplicate', 'duplicate', 'duplicate', 'filed'])
})

test('our own mails do not come back in', async () => {
  const { messageId } = await desk
    .cx()
    .tx((tx) => queueMail(tx, { to: [{ email: 'ana@x.example' }], subject: 'Out', text: 'x' }))
  expect(
    await filed({ from: 'relay@x.example', messageId: `<${messageId}>`, subject: 'Out', text: 'x' }),
  ).toMatchObject({ state: 'ignored' })
  expect(await filed({ from: to, subject: 'Loop', text: 'x' })).toMatchObject({
    state: 'ignored',
    reason: 'It is a mail of the desk itself.',
  })
  // A web form in the desk's own name says who asked.
  expect(await filed({ from: to, replyTo: 'Bo <bo@x.example>', subject: 'Form', text: 'x' })).toMatchObject({
    state: 'filed',
    fromEmail: 'bo@x.example',
  })
})

test('programs, lists and reports are marked, reports about nothing of ours are set aside', async () => {
  expect(
    await filed({ subject: 'Out of office: x', text: 'away', headers: { 'Auto-Submitted': 'auto-replied' } }),
  ).toMatchObject({ automatic: true })
  expect(await filed({ subject: 'A question', text: 'x' })).toMatchObject({ automatic: false })
  const report = { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }
  const body =
    '--b\r\n\r\nSorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; q@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--'
  const raw = aRawMail({ From: 'MAILER-DAEMON@x.example', 'Message-ID': '<dsn@x.example>', ...report }, body)
  const key = await desk.asKey('administrator')
  await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  await desk.drain()
  expect(await lastItem()).toMatchObject({ state: 'ignored' })
})

test('a bounce is shown on the mail it is about, in words, and opens nothing', async () => {
  const ticket = await filed({ subject: 'Will bounce', text: 'x' })
  const about = `ticket:${ticket.ticketNumber}`
  const { id, messageId } = await desk
    .cx()
    .tx((tx) => queueMail(tx, { to: [{ email: 'gone@x.example' }], subject: 'Out', text: 'x', about }))
  await desk.db.updateTable('platform.outbox').set({ state: 'sent' }).where('id', '=', id).execute()
  const tickets = () =>
    desk.db.selectFrom('ticket.ticket').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  const before = await tickets()
  const head = {
    From: 'MAILER-DAEMON@x.example',
    'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
  }
  const body = `--b\r\n\r\nSorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; gone@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 unknown\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${messageId}>\r\n--b--`
  const key = await desk.asKey('administrator')
  await key.post('/api/v1/inbound-mail', aRawMail(head, body), { headers: { 'content-type': 'message/rfc822' } })
  await desk.drain()
  expect(await lastItem()).toMatchObject({ state: 'filed', ticketNumber: ticket.ticketNumber, automatic: true })
  const mail = await desk.db.selectFrom('platform.outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(mail).toMatchObject({
    state: 'failed',
    lastError: 'The address does not exist. (gone@x.example; 5.1.1; 550 unknown)',
  })
  expect(await tickets()).toEqual(before)
})

test('what names no sender waits for an administrator, who sees, opens and discards it', async () => {
  const key = await desk.asKey('administrator')
  const raw = 'Subject: who am I\r\n\r\nhello'
  const sent = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  expect(sent).toMatchObject({ status: 202, body: { id: expect.any(Number) } })
  await desk.drain()
  const { id } = sent.body
  expect((await key.get('/api/v1/inbound-mail?state=failed')).body.items[0]).toMatchObject({
    id,
    reason: 'It names no sender.',
  })
  expect((await key.get(`/api/v1/inbound-mail/${id}/source`)).text).toBe(raw)
  expect((await key.post(`/api/v1/inbound-mail/${id}/attempts`)).status).toBe(201)
  await desk.drain()
  expect((await key.delete(`/api/v1/inbound-mail/${id}`)).status).toBe(204)
  expect((await key.get(`/api/v1/inbound-mail/${id}`)).body.state).toBe('discarded')
  const requester = await desk.as('requester')
  expect((await requester.get('/api/v1/inbound-mail')).status).toBe(403)
  expect((await key.post('/api/v1/inbound-mail', { a: 1 })).status).toBe(415)
  expect((await key.get('/api/v1/inbound-mail/999999')).status).toBe(404)
})

test('a crash between storing and filing loses nothing', async () => {
  await sendToDesk({ from: ana, to, subject: 'Before the crash', text: 'x' })
  await sql`delete from graphile_worker._private_jobs`.execute(desk.db)
  await desk.drain()
  expect((await lastItem()).state).toBe('received')
  await sweepInboundMail(desk.cx(), 0)
  await desk.drain()
  expect(await lastItem()).toMatchObject({ state: 'filed', subject: 'Before the crash' })
})

test('a failure while filing is tried again and then shown, and the ticket is not half there', async () => {
  await sql`alter table conversation.message add constraint broken check (subject <> 'Breaks') not valid`.execute(
    desk.db,
  )
  const before = await desk.db
    .selectFrom('ticket.ticket')
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()
  await filed({ subject: 'Breaks', text: 'x' })
  for (const minutes of [1, 10, 120]) {
    expect((await lastItem()).state).toBe('received')
    desk.clock.set(new Date(desk.clock.now().getTime() + minutes * 60_000).toISOString())
    await sweepInboundMail(desk.cx(), 0)
    await desk.drain()
  }
  const item = await lastItem()
  expect(item).toMatchObject({ state: 'failed', attempts: 4 })
  expect(item.reason).toContain('broken')
  const after = await desk.db
    .selectFrom('ticket.ticket')
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()
  expect(after).toEqual(before)
  await sql`alter table conversation.message drop constraint broken`.execute(desk.db)
  const key = await desk.asKey('administrator')
  await key.post(`/api/v1/inbound-mail/${item.id}/attempts`)
  await desk.drain()
  expect((await lastItem()).state).toBe('filed')
})

test('a large message is stored in pieces and its file kept whole; a larger one is refused', async () => {
  const content = randomBytes(1_500_000)
  const item = await filed({ subject: 'Large', text: 'see file', attachments: [{ filename: 'large.bin', content }] })
  const file = await desk.db
    .selectFrom('platform.file')
    .selectAll()
    .where('id', '=', item.files[0]?.fileId ?? 0)
    .executeTakeFirstOrThrow()
  expect(file).toMatchObject({
    name: 'large.bin',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  })
  const pieces = await desk.db.selectFrom('intake.rawChunk').select('seq').where('rawId', '=', item.rawId).execute()
  expect(pieces.length).toBeGreaterThan(4)
  const { id } = await lastItem()
  await expect(
    sendToDesk({ from: ana, to, subject: 'Too large', attachments: [{ content: randomBytes(3_000_000) }] }),
  ).rejects.toThrow(/552|size/i)
  expect((await lastItem()).id).toBe(id)
})

test('a sender that goes away in the middle leaves nothing behind', async () => {
  const { id } = await lastItem()
  const stored = () =>
    desk.db.selectFrom('intake.rawMessage').select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()
  const before = await stored()
  for (const size of [1000, 700_000, 700_000, 700_000, 700_000, 700_000]) {
    const socket = connect(smtpPort() ?? 0, '127.0.0.1')
    const lines = ['EHLO x', 'MAIL FROM:<ana@x.example>', 'RCPT TO:<desk@desk.example>', 'DATA']
    await once(socket, 'data')
    for (const line of lines) {
      socket.write(`${line}\r\n`)
      await once(socket, 'data')
    }
    await new Promise((written) =>
      socket.write(`From: a@x.example\r\n\r\n${'x'.repeat(998)}\r\n`.padEnd(size, 'y\r\n'), written),
    )
    socket.destroy()
  }
  // Were a broken one still holding its place, these would wait for it.
  const item = await filed({ subject: 'After', text: 'x', attachments: [{ content: randomBytes(700_000) }] })
  expect(item).toMatchObject({ state: 'filed', subject: 'After' })
  expect(item.id).toBeGreaterThan(id)
  expect((await stored()).n).toBe(before.n + 1)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`.execute(
    desk.db,
  )
  expect(rows[0]?.n).toBe(0)
})

test('inline images are shown from the desk, history and signature are cut off', async () => {
  const item = await filed({
    subject: 'Re: Picture',
    text: 'See\n\n-- \nAna',
    html: '<p>See <img src="cid:pic@x"></p><script>alert(1)</script>',
    attachments: [{ filename: 'p.png', cid: 'pic@x', content: Buffer.from('png'), contentType: 'image/png' }],
  })
  expect(item.html).toBe(`<p>See <img src="/api/v1/files/${item.files[0]?.fileId}?show=true" /></p>`)
  expect(item).toMatchObject({ text: 'See', quotedText: '-- \nAna' })
})

test('a mailbox sets team and name; only mailboxes may be written to when so set', async () => {
  const admin = await desk.as('administrator')
  const added = await admin.post('/api/v1/mailboxes', { address: 'hr@desk.example', name: 'HR desk' })
  expect(added).toMatchObject({ status: 201, body: { address: 'hr@desk.example', version: 1 } })
  expect((await admin.post('/api/v1/mailboxes', { address: 'HR@desk.example', name: 'Again' })).status).toBe(409)
  expect(
    (await admin.post('/api/v1/mailboxes', { address: 'x@desk.example', name: 'X', team: 99_999 })).body.field,
  ).toBe('body.team')
  const item = await filed({ to: 'HR+tag@desk.example', subject: 'Leave', text: 'x' })
  expect(item.mailboxId).toBe(added.body.id)
  const changed = await admin.patch(
    `/api/v1/mailboxes/${added.body.id}`,
    { name: 'People' },
    { headers: { 'if-match': '"1"' } },
  )
  expect(changed.body).toMatchObject({ name: 'People', version: 2 })
  const late = await admin.patch(
    `/api/v1/mailboxes/${added.body.id}`,
    { name: 'Z' },
    { headers: { 'if-match': '"1"' } },
  )
  expect(late).toMatchObject({ status: 412, body: { current: { name: 'People' } } })
  setEnvironment({ ...process.env, SMTP_IN_RECIPIENTS: 'mailboxes', MAIL_FROM: 'desk@desk.example' })
  await expect(sendToDesk({ from: ana, to: 'nobody@desk.example', subject: 'x' })).rejects.toThrow(/550/)
  await sendToDesk({ from: ana, to: 'hr@desk.example', subject: 'Taken' })
  await desk.drain()
  expect((await admin.delete(`/api/v1/mailboxes/${added.body.id}`)).status).toBe(204)
  expect((await admin.get('/api/v1/mailboxes')).body.items).toEqual([])
})

test('who sends too much is put off', async () => {
  setEnvironment({ ...process.env, SMTP_IN_PORT: '0', SMTP_IN_RATE: '1', MAIL_FROM: 'desk@desk.example' })
  const slow = await openSmtpDoor(desk.assembly.ground)
  const port = smtpPort() ?? 0
  const send = () =>
    createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
      from: ana,
      to,
      subject: 'Many',
      text: 'x',
    })
  await send()
  await expect(send()).rejects.toThrow(/450/)
  await slow.stop()
  await desk.drain()
})

test('a message that is handed over twice under one key is one, with or without a Message-ID', async () => {
  const key = await desk.asKey('administrator')
  const raw = 'From: ana@x.example\r\nTo: support@x.example\r\nSubject: Handed over under a key\r\n\r\nHello'
  const headers = { 'content-type': 'message/rfc822', 'idempotency-key': 'handed over once' }
  const first = await key.post('/api/v1/inbound-mail', raw, { headers })
  const again = await key.post('/api/v1/inbound-mail', raw, { headers })
  expect(first.status).toBe(202)
  expect(again).toMatchObject({ status: 202, body: first.body })
  const other = await key.post('/api/v1/inbound-mail', `${raw} you`, { headers })
  expect(other.body).toMatchObject({ status: 422, code: 'http.idempotency_key_reused' })
  await desk.drain()
  expect((await key.get('/api/v1/inbound-mail?q=under%20a%20key')).body.items).toHaveLength(1)
})
