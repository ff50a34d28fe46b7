import { expect, test } from 'vitest'
import { startDesk } from '../../../apps/server/testkit.ts'
import { SHAPES } from './hostile-shapes.ts'

const WORST = [
  'lines of a letter in HTML',
  'entities of no name',
  'a table of cells',
  'open divisions',
  'classes that mean something',
  'labels of heads',
  'attachments',
]

/** By processor time, from the door to the ticket with all that hears of it. Alone it takes a second; machines differ. */
const MOST_MS = 4500

test('a hostile megabyte is stored, filed and shown, and keeps nobody waiting', { timeout: 120_000 }, async () => {
  const desk = await startDesk()
  try {
    const key = await desk.asKey('administrator')
    for (const [nth, name] of WORST.entries()) {
      const raw = SHAPES[name]?.replaceAll('@x.example', `@x${nth}.example`) ?? ''
      const before = process.cpuUsage()
      const taken = await key.post('/api/v1/inbound-mail', Buffer.from(raw, 'latin1'), {
        headers: { 'content-type': 'message/rfc822' },
      })
      await desk.drain()
      const { user, system } = process.cpuUsage(before)
      const item = await key.get(`/api/v1/inbound-mail/${taken.body.id}`)
      expect(item.body, name).toMatchObject({ state: 'filed' })
      expect((await key.get(`/api/v1/tickets/${item.body.ticket}/messages`)).status, name).toBe(200)
      expect((user + system) / 1000, name).toBeLessThan(MOST_MS)
    }
  } finally {
    await desk.stop()
  }
})
