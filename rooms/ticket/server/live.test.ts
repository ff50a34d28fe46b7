import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import { presence } from '../../../platform/live/sockets.ts'
import { room } from './index.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
})
afterAll(() => desk.stop())

test('requesters hear that their ticket changed, but not who works on it', async () => {
  const rita = await desk.as('requester')
  const { body: ticket } = await rita.post('/api/v1/tickets', { subject: 'The printer jams' })
  const guard = room.liveGuards?.ticket
  const may = async (actor: Partial<Actor>, fact: string) =>
    (await guard?.(desk.db, ticket.number))?.({ kind: 'person', name: '', ...actor } as Actor, fact)
  const requester = { id: rita.id, permissions: new Set(['ticket.readOwn']) }
  const technician = { id: rita.id + 1000, permissions: new Set(['ticket.read']), hiddenTeamIds: [] }
  const stranger = { id: rita.id + 1001, permissions: new Set(['ticket.readOwn']) }
  expect(await may(requester, 'ticket.changed')).toBe(true)
  expect(await may(requester, presence)).toBe(false)
  expect(await may(technician, presence)).toBe(true)
  expect(await may(stranger, 'ticket.changed')).toBe(false)
  expect(await may(stranger, presence)).toBe(false)
})
