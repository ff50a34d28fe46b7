import { expect, test } from 'vitest'
import type { Conditions, Test } from '../contract/conditions.ts'
import type { RuleText } from './decide.ts'
import { findOddities } from './find-oddities.ts'

const meant = {
  teams: new Map([
    [1, { name: 'A', tier: 1, open: true }],
    [2, { name: 'B', tier: 2, open: true }],
    [3, { name: 'C', tier: 2, open: true }],
    [4, { name: 'Private', tier: 3, open: false }],
  ]),
  mayHold: (teamId: number) => teamId !== 4,
}
const all = (...tests: Test[]): Conditions => ({ match: 'all', tests, groups: [] })
const kind = (...values: string[]): Test => ({ field: 'kind', op: 'is', values })
const words = (...values: string[]): Test => ({ field: 'words', op: 'contains', values })

function oddities(...rules: Partial<RuleText>[]) {
  const texts = rules.map((rule, index) => ({
    id: index + 1,
    version: 1,
    position: index + 1,
    name: `rule ${index + 1}`,
    active: true,
    conditions: all(),
    outcome: { teamId: 1 },
    stop: true,
    ...rule,
  }))
  return findOddities(texts, meant).map((one) => [one.position, one.kind, one.other?.name ?? one.about])
}

test('tests that cannot hold together', () => {
  expect(oddities({ conditions: all(kind('incident'), kind('change', 'request')) })).toEqual([
    [1, 'contradiction', null],
  ])
  expect(
    oddities({ conditions: all(kind('incident'), { field: 'kind', op: 'is_not', values: ['incident'] }) }),
  ).toEqual([[1, 'contradiction', null]])
  expect(
    oddities({ conditions: all({ field: 'service', op: 'empty' }, { field: 'service', op: 'is', values: [1] }) }),
  ).toEqual([[1, 'contradiction', null]])
  const either: Conditions = {
    match: 'all',
    tests: [kind('incident')],
    groups: [{ match: 'any', tests: [kind('change'), kind('incident')] }],
  }
  expect(oddities({ conditions: either })).toEqual([])
  // A ticket may carry both tags.
  expect(
    oddities({
      conditions: all({ field: 'tags', op: 'is', values: ['a'] }, { field: 'tags', op: 'is', values: ['b'] }),
    }),
  ).toEqual([])
})

test('rules that an earlier one leaves nothing for', () => {
  expect(oddities({}, { conditions: all(kind('incident')) })).toEqual([[2, 'shadowed', 'rule 1']])
  expect(oddities({ stop: false }, { conditions: all(kind('incident')) })).toEqual([])
  expect(oddities({ active: false }, { conditions: all(kind('incident')) })).toEqual([])
  const wide = { conditions: all(words('printer', 'toner')) }
  expect(oddities(wide, { conditions: all(words('toner'), kind('incident')) })).toEqual([[2, 'shadowed', 'rule 1']])
  expect(oddities(wide, { conditions: all(words('toner', 'paper')) })).toEqual([])
  const any: Conditions = { match: 'any', tests: [words('toner'), words('printer')], groups: [] }
  expect(oddities(wide, { conditions: any })).toEqual([[2, 'shadowed', 'rule 1']])
})

test('outcomes that cannot be meant', () => {
  expect(oddities({ outcome: { teamId: 99 } })).toEqual([[1, 'unknown', 'team']])
  expect(oddities({ outcome: { tier: 2 } })).toEqual([[1, 'ambiguous_tier', 'B']])
  expect(oddities({ outcome: { tier: 3 } })).toEqual([[1, 'unknown', 'tier']])
  expect(oddities({ outcome: { teamId: 4, assigneeId: 5 } })).toEqual([[1, 'not_a_member', null]])
  expect(oddities({ outcome: {}, stop: false })).toEqual([[1, 'nothing', null]])
})
