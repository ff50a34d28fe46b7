import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import type { Running } from '../../../platform/room.ts'
import { testAuthority, testCertificate, testKey } from '../../../platform/testkit/certificate.ts'
import { openSmtpDoor, smtpPort } from './smtp-door.ts'

let desk: TestDesk
let door: Running | undefined
const folder = mkdtempSync(join(tmpdir(), 'listener-'))
const files = { SMTP_IN_TLS_CERT: join(folder, 'cert.pem'), SMTP_IN_TLS_KEY: join(folder, 'key.pem') }

beforeAll(async () => {
  writeFileSync(files.SMTP_IN_TLS_CERT, testCertificate)
  writeFileSync(files.SMTP_IN_TLS_KEY, testKey)
  desk = await startDesk()
})

afterEach(async () => {
  await door?.stop()
  door = undefined
})

afterAll(async () => {
  await desk.stop()
  setEnvironment(process.env)
  rmSync(folder, { recursive: true })
})

async function open(env: Record<string, string>): Promise<void> {
  setEnvironment({ ...process.env, SMTP_IN_PORT: '0', MAIL_FROM: 'desk@desk.example', ...env })
  door = await openSmtpDoor(desk.assembly.ground)
}

function send(options: object = {}, mail: SendMailOptions = {}) {
  return createTransport({
    host: 'localhost',
    port: smtpPort(),
    requireTLS: true,
    tls: { ca: testAuthority },
    ...options,
  }).sendMail({ from: 'ana@x.example', to: 'desk@desk.example', subject: 'Sealed', text: 'x', ...mail })
}

test('a mail comes encrypted, under a certificate that the sender can check', async () => {
  await open(files)
  expect((await send()).response).toMatch(/^250/)
  await expect(send({ tls: {} })).rejects.toThrow(/certificate|self-signed|issuer/i)
  const admin = await desk.as('administrator')
  const doors = (await admin.get('/api/v1/mail-doors')).body.items as { kind: string }[]
  expect(doors.find((one) => one.kind === 'smtp')).toMatchObject({
    state: 'connected',
    tls: true,
    lastMessageAt: expect.any(String),
    waiting: 1,
    trouble: null,
  })
  await desk.drain()
})

test('without a certificate there is no STARTTLS, and with one no sign-in where none is set', async () => {
  await open({})
  await expect(send()).rejects.toThrow(/STARTTLS|TLS/)
  await door?.stop()
  await open(files)
  expect((await send()).ehlo?.join(' ')).not.toMatch(/AUTH/)
  await desk.drain()
})

test('who must sign in does so encrypted; ten wrong attempts a minute are enough', async () => {
  const env = { ...files, SMTP_IN_AUTH: 'required', SMTP_IN_USERS: 'other:x, relay:relay-password' }
  await open(env)
  await expect(send()).rejects.toThrow(/530|authentication/i)
  expect((await send({ auth: { user: 'relay', pass: 'relay-password' } })).response).toMatch(/^250/)
  const plain = { requireTLS: false, ignoreTLS: true, auth: { user: 'relay', pass: 'relay-password' } }
  await expect(send(plain)).rejects.toThrow(/538|STARTTLS|auth/i)
  for (let n = 0; n < 10; n++) await expect(send({ auth: { user: 'relay', pass: 'wrong' } })).rejects.toThrow(/535/)
  await expect(send({ auth: { user: 'relay', pass: 'relay-password' } })).rejects.toThrow(/454/)
  await desk.drain()
})

test('a listener that cannot work as set says so and does not start', async () => {
  await expect(open({ SMTP_IN_AUTH: 'required', SMTP_IN_USERS: 'a:b' })).rejects.toThrow(/needs a certificate/)
  await expect(open({ ...files, SMTP_IN_AUTH: 'offered' })).rejects.toThrow(/SMTP_IN_USERS/)
  await expect(open({ ...files, SMTP_IN_TLS_CERT: join(folder, 'none.pem') })).rejects.toThrow(/cannot be read/)
})

test('mail to names with a tag is taken, to strangers it is refused', async () => {
  const admin = await desk.as('administrator')
  await admin.post('/api/v1/mailboxes', { address: 'Help@desk.example', name: 'Help' })
  await open({ ...files, SMTP_IN_RECIPIENTS: 'mailboxes' })
  expect((await send({}, { to: 'help+t7.abc@desk.example' })).response).toMatch(/^250/)
  await expect(send({}, { to: 'nobody@desk.example' })).rejects.toThrow(/550/)
  const mixed = await send({}, { to: ['help@desk.example', 'nobody@desk.example'] })
  expect(mixed).toMatchObject({ accepted: ['help@desk.example'], rejected: ['nobody@desk.example'] })
  await desk.drain()
})
