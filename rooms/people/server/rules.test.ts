import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountThrottle,
  changesBetween,
  delayMs,
  isTimeZone,
  likeWords,
  mayGrant,
  mayManage,
  nameFromEmail,
  networkThrottle,
} from './rules.ts'

const permission = fc.constantFrom('a.read', 'a.write', 'b.read', 'b.manage', 'people.manage')
const permissions = fc.uniqueArray(permission)

describe('mayGrant', () => {
  it('never lets anybody hand out more than they have', () => {
    fc.assert(
      fc.property(permissions, permissions, (own, granted) => {
        expect(mayGrant(new Set(own), granted).allowed).toBe(granted.every((p) => own.includes(p)))
      }),
    )
  })
})

describe('mayManage', () => {
  it('needs people.manage and all permissions of the other, and never the own role', () => {
    fc.assert(
      fc.property(permissions, permissions, fc.boolean(), (own, theirs, self) => {
        const verdicts = mayManage({ id: 1, permissions: new Set(own) }, { id: self ? 1 : 2, permissions: theirs })
        const change = own.includes('people.manage') && theirs.every((p) => own.includes(p))
        expect(verdicts.change.allowed).toBe(change)
        expect(verdicts.deactivate.allowed).toBe(change && !self)
        expect(verdicts.changeRole.allowed).toBe(change && !self)
      }),
    )
  })
  it('says why not', () => {
    expect(mayManage({ id: 1, permissions: new Set() }, { id: 2, permissions: [] }).change.reason).toMatch(
      /may not manage/,
    )
  })
})

describe('delayMs', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 5_000],
    [6, 10_000],
    [7, 20_000],
    [12, 640_000],
    [13, 900_000],
    [5000, 900_000],
  ])('after %i failures of one account waits %i ms', (failures, expected) => {
    expect(delayMs(accountThrottle, failures)).toBe(expected)
  })
  it('never shrinks and never passes its maximum', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (failures) => {
        const delay = delayMs(networkThrottle, failures)
        expect(delayMs(networkThrottle, failures + 1)).toBeGreaterThanOrEqual(delay)
        expect(delay).toBeLessThanOrEqual(networkThrottle.maxDelayMs)
      }),
    )
  })
})

it.each([
  ['ana.meyer@x.org', 'Ana Meyer'],
  ['JOB@x.org', 'JOB'],
  ['o_neil-b+news@x.org', 'O Neil B'],
  ['12345@x.org', '12345@x.org'],
])('nameFromEmail %s', (email, name) => {
  expect(nameFromEmail(email)).toBe(name)
})

it('likeWords takes wildcards literally', () => {
  expect(likeWords('  Müller 50%_x\\ ')).toEqual(['muller', '50\\%\\_x\\\\'])
})

it('knows time zones', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true)
  expect(isTimeZone('Europe/Atlantis')).toBe(false)
})

it('changesBetween lists only what differs', () => {
  expect(changesBetween({ a: 1, b: [1], c: null as string | null }, { a: 1, b: [1, 2], c: 'x' })).toEqual({
    b: { before: [1], after: [1, 2] },
    c: { before: null, after: 'x' },
  })
})
