import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import type { Running } from '../../../platform/room.ts'
import { openSmtpDoor, smtpPort } from './smtp-door.ts'

let desk: TestDesk
let door: Running

beforeAll(async () => {
  setEnvironment({ ...process.env, SMTP_IN_PORT: '0', SMTP_IN_SIZE_LIMIT: '3000000' })
  desk = await startDesk()
  door = await openSmtpDoor(desk.assembly.ground)
})

afterAll(async () => {
  await door.stop()
  await desk.stop()
  setEnvironment(process.env)
})

const send = (mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]) =>
  createTransport({ host: '127.0.0.1', port: smtpPort() ?? 0, secure: false, ignoreTLS: true }).sendMail(mail)

const items = () => desk.db.selectFrom('intake.item').selectAll().orderBy('id').execute()

test('a mail becomes a ticket, its answer a message on it', async () => {
  await send({
    from: 'Ana <ana@x.example>',
    to: 'desk@x.example',
    subject: 'Printer jams',
    text: 'Help',
    messageId: '<m1@x.example>',
  })
  expect((await items()).map((item) => item.state)).toEqual(['received'])
  await desk.drain()
  const [first] = await items()
  expect(first).toMatchObject({ state: 'filed', fromEmail: 'ana@x.example', subject: 'Printer jams', text: 'Help' })
  await send({
    from: 'Ana <ana@x.example>',
    to: 'desk@x.example',
    subject: 'Re: Printer jams',
    text: 'Again',
    inReplyTo: '<m1@x.example>',
  })
  await desk.drain()
  const [, second] = await items()
  expect(second?.ticketNumber).toBe(first?.ticketNumber)
})
