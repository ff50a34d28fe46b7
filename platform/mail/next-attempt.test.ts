import { describe, expect, test } from 'vitest'
import { nextAttempt, nextKnock } from './next-attempt.ts'
import { renamedTo } from './renamed-to.ts'

const now = new Date('2026-03-02T09:00:00Z')
const minutes = (at: Date | undefined) => (at ? (at.getTime() - now.getTime()) / 60_000 : undefined)

test.each([
  ['busy', 1, 1],
  ['busy', 3, 5],
  ['busy', 10, 720],
  ['busy', 11, undefined],
  ['refused', 1, 5],
  ['refused', 10, 720],
  ['refused', 11, undefined],
  ['server', 1, 0.5],
  ['server', 100, 30],
] as const)('%s, attempt %i: again in %s minutes', (because, attempts, wait) => {
  expect(minutes(nextAttempt(because, attempts, now, now))).toBe(wait)
})

test('a server that stays away for five days ends the patience', () => {
  const queued = new Date(now.getTime() - 5 * 24 * 60 * 60_000 - 1)
  expect(nextAttempt('server', 3, queued, now)).toBeUndefined()
})

test('a server in trouble is knocked at less and less often, but never given up', () => {
  expect([1, 2, 3, 7, 1000].map((attempts) => minutes(nextKnock(attempts, now)))).toEqual([0.5, 1, 2, 30, 30])
})

describe('the id that a server gave instead of ours', () => {
  const ses = '0102018f5a3b1c2d-1234abcd-12ab-34cd-56ef-1234567890ab-000000'
  test.each([
    [`250 Ok ${ses}`, 'email-smtp.us-east-1.amazonaws.com', `${ses}@email.amazonses.com`],
    [`250 Ok ${ses}`, 'email-smtp.eu-west-1.amazonaws.com', `${ses}@eu-west-1.amazonses.com`],
    [`250 Ok ${ses}`, 'mail.example.org', null],
    [
      '250 2.0.0 OK <AM0PR01@eur.prod.outlook.com> [Hostname=AM0PR01]',
      'smtp.office365.com',
      'AM0PR01@eur.prod.outlook.com',
    ],
    ['250 2.0.0 Ok: queued as 4F2', 'mail.example.org', null],
    ['250 OK', 'email-smtp.us-east-1.amazonaws.com', null],
  ])('%s from %s', (response, host, id) => expect(renamedTo(response, host)).toBe(id))
})
