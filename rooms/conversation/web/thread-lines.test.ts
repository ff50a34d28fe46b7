import { expect, test } from 'vitest'
import { arrange } from './thread-lines.ts'

const said = (id: number, at = `2026-03-02T10:${String(id % 60).padStart(2, '0')}:00`, authorId = 1) => ({
  id,
  sentAt: new Date(at).toISOString(),
  author: { id: authorId },
})
const many = (count: number) => Array.from({ length: count }, (_, index) => said(index + 1))
const plain = { between: [], gap: 0, opening: undefined, seen: undefined, viewerId: 9 }
const keys = (lines: readonly { key: string }[]) => lines.map((line) => line.key)

test('messages and what happened between them stand in order, days are told apart', () => {
  const lines = arrange({
    ...plain,
    messages: [said(1, '2026-03-02T10:00:00'), said(2, '2026-03-04T09:00:00')],
    between: [{ id: 7, at: new Date('2026-03-02T11:00:00').toISOString() }],
  })
  expect(keys(lines)).toEqual(['m1', 'b7', 'd2026-2-4', 'm2'])
})

test('a line stands before what is new, but not before what one wrote oneself', () => {
  const messages = [said(1), said(2), said(3, undefined, 9), said(4)]
  expect(keys(arrange({ ...plain, messages, seen: 2 }))).toEqual(['m1', 'm2', 'm3', 'new', 'm4'])
  expect(keys(arrange({ ...plain, messages, seen: 4 }))).not.toContain('new')
  expect(keys(arrange({ ...plain, messages }))).not.toContain('new')
})

test('of a long thread the middle is folded, never the first, the newest, or what is new', () => {
  const open = (seen?: number) =>
    arrange({ ...plain, messages: many(20), seen }).flatMap((line) =>
      line.kind === 'message' && !line.folded ? [line.message.id] : [],
    )
  expect(open()).toEqual([1, 15, 16, 17, 18, 19, 20])
  expect(open(12)).toEqual([1, 13, 14, 15, 16, 17, 18, 19, 20])
  const short = arrange({ ...plain, messages: many(12) })
  expect(short.every((line) => line.kind !== 'message' || !line.folded)).toBe(true)
})

test('what is not loaded is named where it belongs, and what happened in it waits with it', () => {
  const messages = [said(1, '2026-03-02T08:00:00'), said(50, '2026-03-02T12:00:00'), said(51, '2026-03-02T12:01:00')]
  const between = [
    { id: 1, at: new Date('2026-03-02T09:00:00').toISOString() },
    { id: 2, at: new Date('2026-03-02T12:00:30').toISOString() },
  ]
  const lines = arrange({ ...plain, messages, between, gap: 48, opening: 1 })
  expect(keys(lines)).toEqual(['m1', 'earlier', 'm50', 'b2', 'm51'])
  expect(lines[1]).toMatchObject({ count: 48 })
  expect(keys(arrange({ ...plain, messages: messages.slice(1), gap: 49 }))).toEqual(['earlier', 'm50', 'm51'])
})
