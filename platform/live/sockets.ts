import type { WebSocket } from '@fastify/websocket'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Actor } from '../access/actor.ts'
import type { Db } from '../db/index.ts'
import type { LiveEvent } from './bus.ts'

/**
 * For one kind of subject: loads what decides who may see it, once per event, and answers for each viewer. What has no
 * guard is told to nobody.
 */
export type LiveGuard = (db: Db, id: number) => Promise<(actor: Actor, fact: string) => boolean>

const Ask = Type.Object({
  type: Type.Literal('subscribe'),
  topics: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 }),
})

interface Viewer {
  actor: Actor
  /** When the actor was looked up, and how it is looked up again. */
  knownAt: number
  renew: () => Promise<Actor>
  socket: WebSocket
  topics: Set<string>
}

/** A role taken away or a session ended shows on an open socket after this long at the latest. */
const actorKeepsMs = 30_000

export interface LiveSockets {
  add(socket: WebSocket, actor: Actor, renew: () => Promise<Actor>): void
  deliver(events: readonly LiveEvent[]): void
  close(): void
}

/** The browsers of this process and what each watches: `ticket:1042` for one thing, `ticket:*` for all of a kind. */
export function openLiveSockets(db: Db, guards: Readonly<Record<string, LiveGuard>>): LiveSockets {
  const viewers = new Set<Viewer>()

  async function deliverOne(event: LiveEvent): Promise<void> {
    const topic = `${event.kind}:${event.id}`
    const watching = [...viewers].filter((viewer) => viewer.topics.has(topic) || viewer.topics.has(`${event.kind}:*`))
    const guard = guards[event.kind]
    if (watching.length === 0 || !guard) return
    const maySee = await guard(db, event.id)
    const message = JSON.stringify({ type: 'changed', topic, fact: event.fact })
    for (const viewer of watching) {
      if ((await stillKnown(viewer)) && maySee(viewer.actor, event.fact)) viewer.socket.send(message)
    }
  }

  async function stillKnown(viewer: Viewer): Promise<boolean> {
    if (Date.now() - viewer.knownAt < actorKeepsMs) return true
    viewer.knownAt = Date.now()
    viewer.actor = await viewer.renew()
    if (viewer.actor.kind !== 'anonymous') return true
    viewer.socket.close(4401, 'signed out')
    return false
  }

  return {
    add(socket, actor, renew) {
      const viewer: Viewer = { actor, knownAt: Date.now(), renew, socket, topics: new Set() }
      viewers.add(viewer)
      socket.on('close', () => viewers.delete(viewer))
      socket.on('message', (data: Buffer) => {
        const ask = readAsk(data)
        if (!ask) return socket.close(1003, 'expected { type: "subscribe", topics: [...] }')
        viewer.topics = new Set(ask.topics)
        socket.send(JSON.stringify({ type: 'subscribed', topics: ask.topics }))
      })
    },
    deliver(events) {
      for (const event of events) deliverOne(event).catch(() => {})
    },
    close() {
      for (const viewer of viewers) viewer.socket.close(1001, 'the desk is stopping')
    },
  }
}

function readAsk(data: Buffer): Static<typeof Ask> | undefined {
  try {
    const ask: unknown = JSON.parse(data.toString('utf8'))
    return Value.Check(Ask, ask) ? ask : undefined
  } catch {
    return undefined
  }
}
