import { expect, test } from 'vitest'
import { type Before, undoing } from './bulk-undo.ts'

const ticket = (number: number, more: Partial<Before> = {}): Before => ({
  number,
  status: 'open',
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
  expect(undoing({ status: 'in_progress' }, [ticket(1, { status: 'waiting_until' })])).toBeUndefined()
  expect(undoing({ status: 'closed' }, [ticket(1)])).toBeUndefined()
})

test('a tag is taken from those only that had it not', () => {
  const before = [ticket(1, { tags: ['Printer'] }), ticket(2)]
  expect(undoing({ addTags: ['printer'] }, before)).toEqual([{ numbers: [2], change: { removeTags: ['printer'] } }])
  expect(undoing({ removeTags: ['printer'] }, before)).toEqual([{ numbers: [1], change: { addTags: ['printer'] } }])
  expect(undoing({ addTags: ['printer'] }, [ticket(1, { tags: ['printer'] })])).toBeUndefined()
})

test('what is not said by such a change is not undone by halves', () => {
  expect(undoing({ spam: true }, [ticket(1)])).toBeUndefined()
  expect(undoing({ priority: { priority: 'high', reason: 'Ward closed' } }, [ticket(1)])).toBeUndefined()
})
