import { describe, expect, test } from 'vitest'
import { climbs, pathFromTeams, teamsAbove, tierOf } from './rules.ts'

const desk = { id: 1, tier: 1, visibility: 'everyone' }
const workplace = { id: 2, tier: 2, visibility: 'everyone' }
const network = { id: 3, tier: 3, visibility: 'everyone' }
const security = { id: 4, tier: 3, visibility: 'members' }
const path = pathFromTeams([desk, workplace, network, security])

test('without a saved path the open teams stand in their tiers', () => {
  expect(path).toEqual({ tiers: [[1], [2], [3]], supplier: null })
})

describe('a saved path', () => {
  // The network team is first contact for its own service.
  const own = { tiers: [[3], [2], []], supplier: null }
  test.each([
    [own, network, 1],
    [own, workplace, 2],
    [own, desk, 1],
    [path, security, 3],
  ])('decides the tier of its teams (%#)', (on, team, tier) => expect(tierOf(on, team)).toBe(tier))
  test.each([
    [path, desk, workplace, true],
    [path, desk, network, true],
    [path, network, desk, false],
    [path, desk, desk, false],
    [own, network, workplace, true],
    [own, workplace, network, false],
  ])('says what is up (%#)', (on, from, to, up) => expect(climbs(on, from, to)).toBe(up))
})

test('above a tier come the teams of the next tiers, nearest first', () => {
  expect(teamsAbove(path, 1)).toEqual([2, 3])
  expect(teamsAbove(path, 3)).toEqual([])
  expect(teamsAbove(path, null)).toEqual([1, 2, 3])
})
