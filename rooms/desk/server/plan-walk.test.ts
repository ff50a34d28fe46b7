import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { bucketSize, estimateHits, everywhere, firstBucket, nextStep } from './plan-walk.ts'

describe('the first step of a search', () => {
  it('is everywhere for what few tickets have', () => {
    expect(firstBucket(1_000_000, 0, 40)).toBe(everywhere)
    expect(firstBucket(1_000_000, 384, 40)).toBe(everywhere)
  })
  it('reaches as far down as enough of them probably go', () => {
    // 60 of 1000 are in 60,000 of a million tickets, down to 939,999.
    expect(firstBucket(1_000_000, 1000, 40)).toBe(Math.floor(939_999 / bucketSize))
    expect(firstBucket(1_000_000, 12_800, 40)).toBe(15)
    // The newest bucket has just begun: the one below it is needed, too.
    expect(firstBucket(15 * bucketSize + 10, 12_800, 40)).toBe(14)
  })
})

describe('the next step of a search', () => {
  it('grows with what is missing, and stays affordable', () => {
    expect(nextStep(2, 0, 0, 300)).toBe(16)
    expect(nextStep(2, 100, 100, 300)).toBe(5)
    expect(nextStep(2, 0, 30_000, 300)).toBe(1)
    // Of a bucket with many only the newest were looked at.
    expect(nextStep(0.2, 5, 4000, 40)).toBe(1)
  })
})

describe('a desk of many tickets', () => {
  let desk: TestDesk
  let ana: Speaker
  const common: number[] = []
  const rare: number[] = []

  beforeAll(async () => {
    desk = await startDesk()
    ana = await desk.as('technician')
    const numbers = [...Array.from({ length: 12 }, (_, index) => 64 * (1000 + 3000 * index)), 64 * 40_000 + 7]
    for (const [index, number] of numbers.entries()) {
      await open(number, index % 4 === 0 ? 'The sprocket and the flywheel' : 'The sprocket')
      common.unshift(number)
      if (index % 4 === 0) rare.unshift(number)
    }
  }, 60_000)
  afterAll(() => desk.stop())

  async function open(number: number, subject: string, description = '') {
    await desk.pool.query(`select setval(pg_get_serial_sequence('ticket.ticket', 'number'), $1, false)`, [number])
    const requester = { email: 'rita@example.org' }
    const answer = await ana.post('/api/v1/tickets', { subject, description, requester })
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body.number).toBe(number)
  }

  async function read(q: string, order: string, limit: number, afterFirst = async () => {}) {
    const seen: number[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more: string = cursor && `&cursor=${cursor}`
      const answer = await ana.get(`/api/v1/search?q=${q}&order=${order}&limit=${limit}${more}`)
      expect(answer.status, answer.text).toBe(200)
      seen.push(...answer.body.items.map((item: { number: number }) => item.number))
      if (cursor === '') await afterFirst()
      cursor = answer.body.nextCursor
    }
    return seen
  }

  it('is sampled for how often words occur, below a ticket', async () => {
    const newest = (common[0] ?? 0) + 1
    expect(await estimateHits(desk.db, `'sprocket'`, newest)).toBe(12 * 64)
    expect(await estimateHits(desk.db, `'sprocket' & 'flywheel'`, newest)).toBe(3 * 64)
    expect(await estimateHits(desk.db, `'sprocket'`, common[6] ?? 0)).toBe(6 * 64)
    expect(await estimateHits(desk.db, `'gizmo'`, newest)).toBe(0)
  })
  it('goes on with what the first page chose from, whatever the sample says by then', async () => {
    for (let index = 0; index < 6; index++) await open(64 * (100 + index), 'The gasket')
    await open(64 * 106, 'Something')
    for (let index = 1; index <= 5; index++)
      await open(64 * 41_000 + index, 'A request', 'It may be the gasket or not.')
    // With a seventh in the sample the newest bucket alone would be looked into.
    const oneMore = async () => {
      const answer = await ana.post(`/api/v1/tickets/${64 * 106}/messages`, {
        kind: 'note',
        text: 'It was the gasket.',
      })
      expect(answer.status).toBe(201)
    }
    const seen = await read('gasket', 'best', 2, oneMore)
    expect(new Set(seen).size).toBe(12)
    expect(seen).toHaveLength(12)
  })
  it('takes any cursor for what it is worth', async () => {
    for (const values of [
      [1e13, null, 0],
      [1e18, 5, 1e18],
      [-5, -5, -5],
      ['x', {}, null],
      [null, null, null],
    ]) {
      const cursor = Buffer.from(JSON.stringify(values)).toString('base64url')
      const answer = await ana.get(`/api/v1/search?q=sprocket&cursor=${cursor}`)
      expect([200, 400], JSON.stringify(values)).toContain(answer.status)
    }
  })
  it('is read to its end in either order, with words common or rare, once each', async () => {
    for (const limit of [1, 3, 20]) {
      expect(await read('sprocket', 'newest', limit)).toEqual(common)
      expect(await read('sprocket+flywheel', 'newest', limit)).toEqual(rare)
      expect((await read('sprocket', 'best', limit)).sort((a, b) => b - a)).toEqual(common)
      expect((await read('flywheel', 'best', limit)).sort((a, b) => b - a)).toEqual(rare)
    }
  })
})
