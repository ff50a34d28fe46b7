import { expect, test } from 'vitest'
import { type Before, undoing } from './bulk-undo.ts'

const ticket = (number: number, more: Partial<Before> = {}): Before => ({
  number,
  status: 'open',
  waitingUntil: null,
  team: { id: 1 },
  assignee: null,
  tags: [],
  ...more,
})

test('an assignment is given back by who had them, in one change for each of those', () => {
  const before = [ticket(1), ticket(2, { assignee: { id: 7 } }), ticket(3)]
  expect(undoing({ assignee: 9 }, before)).toEqual([
    { numbers: [1, 3], change: { team: 1, assignee: null } },
    { numbers: [2], change: { team: 1, assignee: 7 } },
  ])
})

test('a status is given back where a change of status alone leads there', () => {
  const before = [ticket(1), ticket(2, { status: 'waiting_vendor' }), ticket(3, { status: 'in_progress' })]
  expect(undoing({ status: 'in_progress' }, before)).toEqual([
    { numbers: [1], change: { status: 'open' } },
    { numbers: [2], change: { status: 'waiting_vendor' } },
  ])
  expect(undoing({ status: 'in_progress' }, [ticket(1, { status: 'new' })])).toBeUndefined()
  expect(undoing({ status: 'closed' }, [ticket(1)])).toBeUndefined()
})

test('who waited until a day waits until that day again, unless it has come', () => {
  const waiting = [ticket(1, { status: 'waiting_until', waitingUntil: '2026-03-02T08:00:00.000Z' })]
  expect(undoing({ status: 'in_progress' }, waiting, new Date('2026-03-01T08:00:00Z'))).toEqual([
    { numbers: [1], change: { status: 'waiting_until', until: '2026-03-02T08:00:00.000Z' } },
  ])
  expect(undoing({ status: 'in_progress' }, waiting, new Date('2026-03-02T08:00:00Z'))).toBeUndefined()
})

test('what was marked as spam is marked no longer', () => {
  const before = [ticket(1, { status: 'new' }), ticket(2)]
  expect(undoing({ spam: true }, before)).toEqual([{ numbers: [1, 2], change: { spam: false } }])
  const until = '2026-03-02T08:00:00.000Z'
  const waiting = [ticket(1, { status: 'waiting_until', waitingUntil: until })]
  expect(undoing({ spam: true }, waiting, new Date('2026-03-01T08:00:00Z'))).toEqual([
    { numbers: [1], change: { spam: false, status: 'waiting_until', until } },
  ])
  expect(undoing({ spam: true }, [ticket(1), ticket(2, { status: 'closed' })])).toBeUndefined()
  expect(undoing({ spam: false }, before)).toBeUndefined()
})

test('a tag is taken from those only that had it not', () => {
  const before = [ticket(1, { tags: ['Printer'] }), ticket(2)]
  expect(undoing({ addTags: ['printer'] }, before)).toEqual([{ numbers: [2], change: { removeTags: ['printer'] } }])
  expect(undoing({ removeTags: ['printer'] }, before)).toEqual([{ numbers: [1], change: { addTags: ['printer'] } }])
  expect(undoing({ addTags: ['printer'] }, [ticket(1, { tags: ['printer'] })])).toBeUndefined()
})

test('what is not said by such a change is not undone by halves', () => {
  expect(undoing({ spam: true, addTags: ['junk'], merge: { into: 2 } }, [ticket(1)])).toBeUndefined()
  expect(undoing({ priority: { priority: 'high', reason: 'Ward closed' } }, [ticket(1)])).toBeUndefined()
})
