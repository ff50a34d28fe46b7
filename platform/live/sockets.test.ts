import { EventEmitter } from 'node:events'
import type { WebSocket } from '@fastify/websocket'
import { expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import type { Db } from '../db/index.ts'
import { openLiveSockets, presence } from './sockets.ts'

const actor = (id: number, name: string, ...permissions: string[]): Actor => ({
  kind: 'person',
  id,
  name,
  permissions: new Set(permissions),
})

/** Sockets of one process that hears itself, and browsers on it. */
function aProcess() {
  let asked = 0
  const sockets = openLiveSockets(
    undefined as unknown as Db,
    {
      ticket: async () => {
        asked += 1
        return (viewer, fact) => fact !== presence || viewer.permissions.has('ticket.read')
      },
    },
    (payload) => sockets.heardPresence(payload),
  )
  const browser = (who: Actor) => {
    const heard: Array<{ type: string; topic?: string; people?: unknown[]; topics?: string[] }> = []
    const socket = Object.assign(new EventEmitter(), {
      send: (text: string) => heard.push(JSON.parse(text)),
      close: () => socket.emit('close'),
    })
    sockets.add(socket as unknown as WebSocket, who, async () => who)
    const say = async (message: unknown) => {
      socket.emit('message', Buffer.from(JSON.stringify(message)))
      // Every step of it is a promise that is settled already.
      for (let step = 0; step < 50; step += 1) await Promise.resolve()
    }
    return { heard, say, socket, people: () => heard.findLast((one) => one.type === 'here')?.people }
  }
  return { sockets, browser, asked: () => asked }
}

const here = (doing: string, topic: string | null = 'ticket:7') => ({ type: 'here', topic, doing })
const tom = actor(1, 'Tom', 'ticket.read')
const ute = actor(2, 'Ute', 'ticket.read')

test('those who look at one ticket learn of each other, and when one leaves', async () => {
  const { browser, sockets } = aProcess()
  const a = browser(tom)
  const b = browser(ute)
  await a.say(here('looks'))
  await b.say(here('replies'))
  expect(a.people()).toEqual([
    { id: 1, name: 'Tom', doing: 'looks' },
    { id: 2, name: 'Ute', doing: 'replies' },
  ])
  expect(b.people()).toEqual(a.people())
  await b.say(here('looks', 'ticket:8'))
  expect(a.people()).toEqual([{ id: 1, name: 'Tom', doing: 'looks' }])
  await b.say(here('looks'))
  b.socket.emit('close')
  await a.say(here('looks'))
  expect(a.people()).toEqual([{ id: 1, name: 'Tom', doing: 'looks' }])
  sockets.close()
})

test('who may not know who works on a ticket is neither told nor shown', async () => {
  const { browser, sockets } = aProcess()
  const requester = browser(actor(3, 'Rita', 'ticket.readOwn'))
  const technician = browser(tom)
  await requester.say(here('looks'))
  await technician.say(here('replies'))
  expect(requester.heard).toEqual([])
  expect(technician.people()).toEqual([{ id: 1, name: 'Tom', doing: 'replies' }])
  sockets.close()
})

test('a name in the desk is what its sign-in says, whatever the browser says; what is malformed ends the connection', async () => {
  const { browser, sockets } = aProcess()
  const a = browser(tom)
  await a.say({ ...here('looks'), name: 'Ute', people: [{ id: 2, name: 'Ute', doing: 'replies' }] })
  expect(a.people()).toEqual([{ id: 1, name: 'Tom', doing: 'looks' }])
  let closed = false
  a.socket.on('close', () => {
    closed = true
  })
  await a.say(here('looks', 'ticket:7; drop table'))
  expect(closed).toBe(true)
  sockets.close()
})

test('a script that changes tickets without end is passed over', async () => {
  const { browser, sockets, asked } = aProcess()
  const a = browser(tom)
  for (let number = 0; number < 300; number += 1) await a.say(here('looks', `ticket:${number}`))
  expect(asked()).toBeLessThan(200)
  sockets.close()
})
