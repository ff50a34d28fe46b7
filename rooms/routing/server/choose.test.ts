import { expect, test } from 'vitest'
import { choose, type Mate } from './choose.ts'

const mate = (id: number, more: Partial<Mate> = {}): Mate => ({
  id,
  name: `Person ${id}`,
  member: true,
  skills: [],
  standsFor: null,
  away: false,
  atWork: true,
  open: 0,
  load: 0,
  capacity: null,
  turn: null,
  ...more,
})
const pick = (mates: Mate[], wish: Partial<Parameters<typeof choose>[1]> = {}) =>
  choose(mates, { method: 'round_robin', skills: [], weight: 2, ...wish })

test('in turn: whose turn is longest ago, who never had one first, then the lower id', () => {
  expect(pick([mate(1, { turn: 5 }), mate(2, { turn: 3 }), mate(3, { turn: 4 })]).personId).toBe(2)
  expect(pick([mate(1, { turn: 5 }), mate(2, { turn: 3 }), mate(3)]).personId).toBe(3)
  expect(pick([mate(2), mate(1)]).personId).toBe(1)
})

test('least loaded: by weighted work, ties by turn', () => {
  const mates = [mate(1, { load: 4 }), mate(2, { load: 2, turn: 9 }), mate(3, { load: 2, turn: 8 })]
  expect(pick(mates, { method: 'least_loaded' })).toMatchObject({ personId: 3, why: 'least_loaded' })
})

test('who is away, off, or full does not get it, and it says why', () => {
  const mates = [
    mate(1, { away: true }),
    mate(2, { atWork: false }),
    mate(3, { load: 9, capacity: 10 }),
    mate(4, { load: 8, capacity: 10, turn: 99 }),
  ]
  const { personId, candidates } = pick(mates)
  expect(personId).toBe(4)
  expect(candidates.map((one) => one.not)).toEqual(['away', 'off', 'full', null])
  expect(pick(mates.slice(0, 2)).why).toBe('nobody_there')
  expect(pick(mates.slice(0, 3)).why).toBe('all_full')
  expect(pick([]).why).toBe('no_members')
  expect(pick([mate(1)], { except: 1 })).toMatchObject({ personId: null, candidates: [{ not: 'left' }] })
})

test('skills decide among those who are there, and do not keep a ticket from everybody', () => {
  const mates = [mate(1), mate(2, { skills: ['Network', 'VPN'], turn: 7 }), mate(3, { skills: ['network'], turn: 1 })]
  expect(pick(mates, { skills: ['network', 'vpn'] })).toMatchObject({ personId: 2, skillsMissed: false })
  expect(pick(mates, { skills: ['network'] }).personId).toBe(3)
  expect(pick(mates, { skills: ['network', 'fax'] })).toMatchObject({ personId: 3, skillsMissed: true })
  expect(pick(mates, { skills: ['fax'] })).toMatchObject({ personId: 1, skillsMissed: true })
})
