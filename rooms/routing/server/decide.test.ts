import { expect, test } from 'vitest'
import { type WorkingTime, workingTime } from '../../calendar/server/index.ts'
import type { Conditions, Test } from '../contract/conditions.ts'
import { compileRules, decide, type RuleText } from './decide.ts'
import type { TicketView } from './ticket-view.ts'

const never = workingTime({ timeZone: 'UTC', week: [[], [], [], [], [], [], []], exceptions: () => new Map() })
const calendar = (time: WorkingTime) => ({ id: 1, time, content: { timeZone: 'Europe/Berlin' } })
const calendars = { all: [], default: calendar(never), byId: () => calendar(never) } as never
const around = { within: (id: number) => new Set(id === 1 ? [1, 2, 3] : [id]), calendars }

const ticket: TicketView = {
  kind: 'incident',
  channel: 'email',
  priority: 'moderate',
  impact: 3,
  urgency: 2,
  serviceId: 5,
  categoryId: 3,
  organisationId: null,
  requesterId: 40,
  vip: false,
  mailboxId: 9,
  senderAddress: 'Ana@Ward.Hospital.example',
  tags: ['Night'],
  subject: 'Der Drucker im Büro druckt nicht',
  description: 'The label printer PC-0042 shows “paper jam”.',
  errorMessage: null,
  affectedThing: null,
  location: 'Building 7',
  answers: { costs: 1200, topics: ['network', 'wifi'], room: 'B 12' },
}
const monday = new Date('2026-03-02T09:30:00Z')

const all = (...tests: Test[]): Conditions => ({ match: 'all', tests, groups: [] })
const rule = (more: Partial<RuleText>): RuleText => ({
  id: 1,
  version: 1,
  position: 1,
  name: 'rule',
  active: true,
  conditions: all(),
  outcome: {},
  stop: true,
  ...more,
})
const holds = (conditions: Conditions, view = ticket, now = monday) =>
  decide(compileRules([rule({ conditions, outcome: { teamId: 1 } })], around), view, now).teamId === 1

test.each<[Test, boolean]>([
  [{ field: 'kind', op: 'is', values: ['incident', 'request'] }, true],
  [{ field: 'kind', op: 'is_not', values: ['incident'] }, false],
  [{ field: 'impact', op: 'is', values: [3] }, true],
  [{ field: 'service', op: 'filled' }, true],
  [{ field: 'organisation', op: 'empty' }, true],
  [{ field: 'organisation', op: 'is', values: [1] }, false],
  [{ field: 'category', op: 'is', values: [1] }, true],
  [{ field: 'category', op: 'is_not', values: [1] }, false],
  [{ field: 'vip', op: 'is', values: [false] }, true],
  [{ field: 'tags', op: 'is', values: ['night', 'day'] }, true],
  [{ field: 'tags', op: 'has_all', values: ['night', 'day'] }, false],
  [{ field: 'mailbox', op: 'is', values: [9] }, true],
  [{ field: 'sender_address', op: 'is', values: ['ana@ward.hospital.example'] }, true],
  [{ field: 'sender_domain', op: 'is', values: ['hospital.example'] }, true],
  [{ field: 'sender_domain', op: 'is', values: ['pital.example'] }, false],
  [{ field: 'words', op: 'contains', values: ['scanner', 'druck*'] }, true],
  [{ field: 'words', op: 'contains_all', values: ['drucker', 'paper jam'] }, true],
  [{ field: 'words', op: 'contains_none', values: ['paper jam'] }, false],
  [{ field: 'subject', op: 'starts_with', values: ['der drucker'] }, true],
  [{ field: 'description', op: 'matches', values: ['pc-####'] }, true],
  [{ field: 'error_message', op: 'empty' }, true],
  [{ field: 'answer', key: 'costs', op: 'above', values: [1000] }, true],
  [{ field: 'answer', key: 'topics', op: 'is', values: ['wifi'] }, true],
  [{ field: 'answer', key: 'other', op: 'filled' }, false],
  [{ field: 'time', op: 'within', hours: { days: [0], from: '10:00', to: '11:00' } }, true],
  [{ field: 'time', op: 'within', hours: { days: [0], from: '09:00', to: '10:00' } }, false],
  [{ field: 'time', op: 'within', hours: { days: [6], from: '22:00', to: '12:00' } }, true],
  [{ field: 'time', op: 'outside', hours: { calendarId: 1 } }, true],
])('%j: %s', (condition, expected) => {
  expect(holds(all(condition))).toBe(expected)
})

test('groups join by all or any, and none at all holds for every ticket', () => {
  const [yes, no]: Test[] = [
    { field: 'kind', op: 'is', values: ['incident'] },
    { field: 'kind', op: 'is', values: ['change'] },
  ]
  if (!yes || !no) throw new Error('two tests')
  expect(holds({ match: 'all', tests: [yes], groups: [{ match: 'any', tests: [no, yes] }] })).toBe(true)
  expect(holds({ match: 'all', tests: [yes], groups: [{ match: 'all', tests: [no, yes] }] })).toBe(false)
  expect(holds({ match: 'any', tests: [no], groups: [{ match: 'any', tests: [no, yes] }] })).toBe(true)
  expect(holds({ match: 'any', tests: [no], groups: [{ match: 'any', tests: [] }] })).toBe(false)
  expect(holds(all())).toBe(true)
})

test('the first rule that says something has said it; later ones add what is left until one stops', () => {
  const rules = compileRules(
    [
      rule({ id: 4, position: 4, name: 'too late', outcome: { priority: 'low', tags: ['late'] } }),
      rule({ id: 1, position: 1, name: 'tags', stop: false, outcome: { tags: ['a'], teamId: 7, skills: ['x'] } }),
      rule({ id: 2, position: 2, name: 'off', active: false, outcome: { priority: 'low' } }),
      rule({
        id: 3,
        position: 3,
        name: 'more',
        outcome: { tier: 2, assigneeId: 9, priority: 'high', tags: ['a', 'b'] },
      }),
    ],
    around,
  )
  expect(decide(rules, ticket, monday)).toEqual({
    rules: [
      { id: 1, version: 1, name: 'tags', position: 1 },
      { id: 3, version: 1, name: 'more', position: 3 },
    ],
    teamId: 7,
    tier: undefined,
    assigneeId: 9,
    priority: 'high',
    tags: ['a', 'b'],
    skills: ['x'],
  })
})

test('a hundred rules over a long text take a moment', () => {
  const words = Array.from({ length: 100 }, (_, index) => `word${index}`)
  const rules = compileRules(
    words.map((word, index) =>
      rule({ id: index + 1, position: index + 1, conditions: all({ field: 'words', op: 'contains', values: [word] }) }),
    ),
    around,
  )
  const long = { ...ticket, description: 'nothing of that kind in here '.repeat(600) }
  const started = performance.now()
  for (let round = 0; round < 10; round++) expect(decide(rules, long, monday).rules).toEqual([])
  expect(performance.now() - started).toBeLessThan(5000)
})
