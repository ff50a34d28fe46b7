import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import type { Running } from '../../../platform/room.ts'
import { sendToDesk } from '../testkit/index.ts'
import { openSmtpDoor } from './smtp-door.ts'

let desk: TestDesk
let door: Running

beforeAll(async () => {
  setEnvironment({ ...process.env, SMTP_IN_PORT: '0', MAIL_FROM: 'desk@desk.example' })
  desk = await startDesk()
  door = await openSmtpDoor(desk.assembly.ground)
})

afterAll(async () => {
  await door.stop()
  await desk.stop()
  setEnvironment(process.env)
})

test('mail to each mailbox becomes a ticket of its team and service, answered in its name and language', async () => {
  const admin = await desk.as('administrator')
  const team = async (name: string) => (await admin.post('/api/v1/teams', { name, tier: 1 })).body.id as number
  const service = async (name: string) => (await admin.post('/api/v1/services', { name })).body.id as number
  const boxes = [
    {
      address: 'it@desk.example',
      name: 'IT desk',
      team: await team('IT'),
      service: await service('Laptops'),
      language: 'en',
    },
    {
      address: 'hr@desk.example',
      name: 'Personal',
      team: await team('HR'),
      service: await service('Leave'),
      language: 'de',
    },
  ]
  for (const box of boxes) {
    const added = await admin.post('/api/v1/mailboxes', { ...box, signature: `Your ${box.name}` })
    expect(added.status, added.text).toBe(201)
  }
  for (const [index, box] of boxes.entries()) {
    // The other one is read along in Cc; the envelope says whose it is.
    await sendToDesk({
      from: `Ana <ana${index}@x.example>`,
      to: boxes.map((one) => one.address),
      envelope: { from: `ana${index}@x.example`, to: box.address },
      subject: `For ${box.name}`,
      text: 'Hello',
    })
    await desk.drain()
    const item = await desk.db
      .selectFrom('intake.item')
      .select(['ticketNumber', 'state'])
      .where('subject', '=', `For ${box.name}`)
      .executeTakeFirstOrThrow()
    expect(item.state).toBe('filed')
    const ticket = (await admin.get(`/api/v1/tickets/${item.ticketNumber}`)).body
    expect(ticket).toMatchObject({ team: { id: box.team }, service: { id: box.service } })
    const answer = await desk.db
      .selectFrom('platform.outbox')
      .select(['fromEmail', 'fromName', 'text'])
      .where('about', '=', `ticket:${item.ticketNumber}`)
      .executeTakeFirstOrThrow()
    expect(answer).toMatchObject({ fromEmail: box.address, fromName: box.name })
    expect(answer.text).toMatch(box.language === 'de' ? /Ihre|Anfrage|erhalten/ : /your|request|received/i)
    await admin.post(`/api/v1/tickets/${item.ticketNumber}/messages`, { kind: 'reply', text: 'Done' })
    const reply = await desk.db
      .selectFrom('platform.outbox')
      .select(['fromEmail', 'text'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(reply).toMatchObject({ fromEmail: box.address, text: expect.stringContaining(`Your ${box.name}`) })
  }
})
