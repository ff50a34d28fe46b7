import { expect, test } from 'vitest'
import { type Weighed, weigh } from './weigh-ticket.ts'

const now = new Date('2026-03-02T09:00:00Z')
const plain: Weighed = { status: 'open', priority: 'low', impact: 3, urgency: 3, vip: false, dueAt: null }
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)

test.each<[string, Partial<Weighed>, string[], string[]]>([
  ['nothing presses', {}, [], []],
  ['over', { dueAt: at('08:59') }, ['over'], []],
  ['due in three hours', { dueAt: at('12:00') }, ['due_soon'], []],
  ['due in five hours', { dueAt: at('14:00') }, [], []],
  ['cannot work', { urgency: 1 }, ['cannot_work'], []],
  ['cannot work, but waits for the vendor', { urgency: 1, status: 'waiting_vendor' }, [], []],
  ['waits, but its time is over', { status: 'waiting_vendor', dueAt: at('08:00') }, ['over'], []],
  ['the whole house', { impact: 1, priority: 'critical' }, [], ['everybody', 'priority']],
  ['a ward', { impact: 2 }, [], ['group']],
  ['a VIP who cannot work', { vip: true, urgency: 1 }, ['cannot_work'], ['vip']],
])('%s', (_name, ticket, urgent, important) => {
  expect(weigh({ ...plain, ...ticket }, now)).toEqual({ urgent, important })
})
