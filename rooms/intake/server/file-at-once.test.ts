import { expect, test } from 'vitest'
import { startDesk } from '../../../apps/server/testkit.ts'
import { fileItem } from './file-mail.ts'

const raw = (id: string, from: string, more: string) =>
  [`From: ${from}`, 'To: desk@desk.example', `Message-ID: <${id}>`, `Subject: ${id}`, more, '', 'Words.', ''].join(
    '\r\n',
  )

test('a message and its answer that are filed at the same moment are one ticket', async () => {
  const desk = await startDesk()
  try {
    const key = await desk.asKey('administrator')
    const send = async (message: string): Promise<number> => {
      const taken = await key.post('/api/v1/inbound-mail', message, { headers: { 'content-type': 'message/rfc822' } })
      return taken.body.id
    }
    const ticketOf = async (id: number) => (await key.get(`/api/v1/inbound-mail/${id}`)).body.ticket
    const people = [0, 1, 2, 3, 4, 5]
    // Who is known already makes nobody wait.
    for (const nth of people) await send(raw(`known${nth}@x.example`, `ana${nth}@x.example`, 'Cc: bo@x.example'))
    await desk.drain()
    for (const nth of people) {
      const first = await send(raw(`a${nth}@x.example`, `ana${nth}@x.example`, 'Cc: bo@x.example'))
      const refer = `In-Reply-To: <a${nth}@x.example>\r\nReferences: <a${nth}@x.example>`
      const answer = await send(raw(`b${nth}@x.example`, `ana${nth}@x.example`, refer))
      const order = nth % 2 === 0 ? [first, answer] : [answer, first]
      await Promise.all(order.map((id) => fileItem(desk.cx(), id)))
      expect(await ticketOf(answer)).toBe(await ticketOf(first))
    }
    await desk.drain()
  } finally {
    await desk.stop()
  }
})
