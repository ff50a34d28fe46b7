import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { mergeWords } from './merge-words.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.stop())

/** How many pages of words waited; they do not any more. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ pages: number }>`select gin_clean_pending_list('desk.document_words') as pages`.execute(
    desk.db,
  )
  return rows[0]?.pages ?? 0
}

test('words of fresh messages are found at once and merged by the job', async () => {
  const key = await desk.asKey('technician')
  const open = async () => {
    const answer = await key.post('/api/v1/tickets', {
      subject: 'Quokkas in the server room',
      description: 'Three of them sit on the rack.',
      requester: { email: 'rita@example.org' },
    })
    expect(answer.status, answer.text).toBe(201)
  }
  const found = async () => (await key.get('/api/v1/search?q=quokka')).body.items.length

  await open()
  expect(await found()).toBe(1)
  expect(await waiting()).toBeGreaterThan(0)
  await open()
  await mergeWords(desk.db)
  expect(await waiting()).toBe(0)
  expect(await found()).toBe(2)
})
