import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startDesk } from '../../../apps/server/testkit.ts'
import { fuzzReader, loadCorpus } from './fuzz-reader.ts'
import { mutate } from './mutate.ts'

const seed = Number(process.env.FUZZ_SEED ?? 20_261_121)
const through = Number(process.env.FUZZ_THROUGH ?? 40)

test('no broken message makes the reader throw, think long or let something active pass', { timeout: 600_000 }, () => {
  const { wrong } = fuzzReader(Number(process.env.FUZZ_MESSAGES ?? 1500), seed)
  expect(wrong).toEqual([])
})

test('every broken message is accounted for in the store', { timeout: 3_600_000 }, async () => {
  const desk = await startDesk()
  try {
    const key = await desk.asKey('administrator')
    const corpus = loadCorpus()
    let delivered = 0
    for (let nth = 0; delivered < through; nth++) {
      const raw = mutate(corpus, seed + 1, nth)
      // The door refuses what has not a single byte, and says so.
      if (raw.length === 0) continue
      delivered++
      const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
      expect(taken.status, `message ${nth}: ${taken.text}`).toBe(202)
      if (nth % 20 === 19) await desk.drain()
    }
    await desk.drain()
    const { rows } = await sql<{ raw: number; items: number; lost: number; broken: string[] }>`
      select (select count(*)::int from intake.raw_message) as raw,
        (select count(*)::int from intake.item) as items,
        (select count(*)::int from intake.item i where state = 'filed'
          and not exists (select from ticket.ticket t where t.number = i.ticket_number)) as lost,
        (select coalesce(array_agg(i.id || ' ' || state || ': ' || coalesce(reason, '')), '{}') from intake.item i
          where state = 'received' or (state = 'failed' and reason <> 'It names no sender.')) as broken`.execute(
      desk.db,
    )
    expect(rows[0]).toEqual({ raw: through, items: through, lost: 0, broken: [] })
  } finally {
    await desk.stop()
  }
})
