import type { WebSocket } from '@fastify/websocket'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Actor } from '../access/actor.ts'
import type { Db } from '../db/index.ts'
import type { LiveEvent } from './bus.ts'
import { doings, openPresence } from './presence.ts'

/**
 * For one kind of subject: loads what decides who may see it, once per event, and answers for each viewer. What has no
 * guard is told to nobody.
 */
export type LiveGuard = (db: Db, id: number) => Promise<(actor: Actor, fact: string) => boolean>

/** The name under which a guard is asked whether somebody may know who else looks at a thing. */
export const presence = 'platform.presence'

const Subscribe = Type.Object({
  type: Type.Literal('subscribe'),
  topics: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 }),
})
const Here = Type.Object({
  type: Type.Literal('here'),
  topic: Type.Union([Type.String({ maxLength: 100, pattern: '^[a-z-]+:[0-9]{1,15}$' }), Type.Null()]),
  doing: Type.Enum(Object.fromEntries(doings.map((one) => [one, one]))),
})
const Ask = Type.Union([Subscribe, Here])

interface Viewer {
  actor: Actor
  /** When the actor was looked up, and how it is looked up again. */
  knownAt: number
  renew: () => Promise<Actor>
  socket: WebSocket
  topics: Set<string>
  /** How often it said where it is in the running window; each may cost a look at the rights. */
  said: { count: number; since: number }
  /** What it looks at, and when it was last asked whether it may be known who else does. */
  here?: { topic: string; allowed: boolean; askedAt: number } | undefined
}

/** A role taken away or a session ended shows on an open socket after this long at the latest. */
const actorKeepsMs = 30_000
const presenceTickMs = 5_000
const mostSaid = { count: 60, perMs: 30_000 }

// A person changes tickets every few seconds at most; what says more is a script, and is passed over for a while.
function saysTooMuch({ said }: Viewer): boolean {
  if (Date.now() - said.since > mostSaid.perMs) Object.assign(said, { count: 0, since: Date.now() })
  said.count += 1
  return said.count > mostSaid.count
}

export interface LiveSockets {
  add(socket: WebSocket, actor: Actor, renew: () => Promise<Actor>): void
  deliver(events: readonly LiveEvent[]): void
  /** What a process says of those who are here through it. */
  heardPresence(payload: string): void
  close(): void
}

/** The browsers of this process and what each watches: `ticket:1042` for one thing, `ticket:*` for all of a kind. */
export function openLiveSockets(
  db: Db,
  guards: Readonly<Record<string, LiveGuard>>,
  sendPresence: (payload: string) => void,
): LiveSockets {
  const viewers = new Set<Viewer>()
  const present = openPresence({ send: sendPresence, changed: (topic) => void tellPresence(topic).catch(() => {}) })
  const ticking = setInterval(() => present.tick(), presenceTickMs)
  ticking.unref()

  async function tellPresence(topic: string): Promise<void> {
    const looking = [...viewers].filter((viewer) => viewer.here?.topic === topic)
    if (looking.length === 0) return
    const message = JSON.stringify({ type: 'here', topic, people: present.peopleAt(topic) })
    for (const viewer of looking) if (await mayMeet(viewer, topic)) viewer.socket.send(message)
  }

  /** Whether a viewer may know, and be known, at a thing; asked again now and then, since rights change. */
  async function mayMeet(viewer: Viewer, topic: string): Promise<boolean> {
    const known = viewer.here?.topic === topic ? viewer.here : undefined
    if (known && known.askedAt > 0 && Date.now() - known.askedAt < actorKeepsMs) return known.allowed
    const [kind = '', id] = topic.split(':')
    const guard = guards[kind]
    const allowed =
      guard !== undefined && (await stillKnown(viewer)) && (await guard(db, Number(id)))(viewer.actor, presence)
    // It may have looked elsewhere meanwhile.
    if (viewer.here?.topic === topic) viewer.here = { topic, allowed, askedAt: Date.now() }
    return allowed && viewer.here?.topic === topic
  }

  async function arrive(viewer: Viewer, { topic, doing }: Static<typeof Here>): Promise<void> {
    const before = viewer.here?.topic
    if (before !== undefined && before !== topic) present.leave(viewer)
    if (topic === null) {
      viewer.here = undefined
      return
    }
    if (before !== topic) viewer.here = { topic, allowed: false, askedAt: 0 }
    const { id, name } = viewer.actor
    if (id === null || !(await mayMeet(viewer, topic))) return present.leave(viewer)
    if (!viewers.has(viewer) || viewer.here?.topic !== topic) return
    present.say(viewer, topic, { id, name, doing: doing as (typeof doings)[number] })
    if (before !== topic) viewer.socket.send(JSON.stringify({ type: 'here', topic, people: present.peopleAt(topic) }))
  }

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
      const viewer: Viewer = {
        actor,
        knownAt: Date.now(),
        renew,
        socket,
        topics: new Set(),
        said: { count: 0, since: 0 },
      }
      viewers.add(viewer)
      socket.on('close', () => {
        viewers.delete(viewer)
        present.leave(viewer)
      })
      socket.on('message', (data: Buffer) => {
        const ask = readAsk(data)
        if (!ask) return socket.close(1003, 'expected { type: "subscribe", topics: [...] }')
        if (ask.type === 'here') return saysTooMuch(viewer) ? undefined : void arrive(viewer, ask).catch(() => {})
        viewer.topics = new Set(ask.topics)
        socket.send(JSON.stringify({ type: 'subscribed', topics: ask.topics }))
      })
    },
    deliver(events) {
      for (const event of events) deliverOne(event).catch(() => {})
    },
    heardPresence: (payload) => present.heard(payload),
    close() {
      clearInterval(ticking)
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
