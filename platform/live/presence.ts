import { randomUUID } from 'node:crypto'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

// Who looks at the same thing is known in memory only: each process says who is here through it, to all, over NOTIFY. It says
// so again while they stay; whom nobody has spoken of for a while is gone, also when a process died with its browsers.

export const doings = ['looks', 'replies', 'notes'] as const
export type Doing = (typeof doings)[number]

export interface Person {
  id: number
  name: string
  doing: Doing
}

const Report = Type.Object({
  process: Type.String(),
  topics: Type.Array(
    Type.Object({
      topic: Type.String(),
      people: Type.Array(
        Type.Object({
          id: Type.Integer(),
          name: Type.String(),
          doing: Type.Enum(Object.fromEntries(doings.map((one) => [one, one]))),
        }),
      ),
    }),
  ),
})

export const presenceChannelName = 'deskhand_here'
/** A browser says every five seconds that it is still looked at; one that sleeps says nothing. */
const browserKeepsMs = 12_000
const processKeepsMs = 12_000
const longestName = 80
const mostPeople = 40
// PostgreSQL takes at most 8000 bytes in one notification.
const mostBytes = 6_000

interface Ways {
  /** Tells all processes, this one too. */
  send(payload: string): void
  /** Other people are at a topic than before. */
  changed(topic: string): void
  now?: () => number
}

export type Presence = ReturnType<typeof openPresence>

/** Who is at what, over all processes, as far as this one has heard. */
export function openPresence({ send, changed, now = Date.now }: Ways) {
  const process = randomUUID()
  const here = new Map<object, { topic: string; person: Person; until: number }>()
  const heardOf = new Map<string, Map<string, { people: Person[]; until: number }>>()

  function report(topics: Iterable<string>): void {
    let batch: { topic: string; people: Person[] }[] = []
    let bytes = 0
    const flush = () => {
      if (batch.length > 0) send(JSON.stringify({ process, topics: batch }))
      batch = []
      bytes = 0
    }
    for (const topic of new Set(topics)) {
      const entry = {
        topic,
        people: busiest([...here.values()].filter((one) => one.topic === topic).map((one) => one.person)),
      }
      const size = Buffer.byteLength(JSON.stringify(entry))
      if (bytes + size > mostBytes) flush()
      batch.push(entry)
      bytes += size
    }
    flush()
  }

  function peopleAt(topic: string): Person[] {
    return busiest([...(heardOf.get(topic)?.values() ?? [])].flatMap((one) => one.people))
  }

  function hear(from: string, topic: string, people: Person[]): void {
    const before = JSON.stringify(peopleAt(topic))
    const all = heardOf.get(topic) ?? new Map()
    if (people.length > 0) all.set(from, { people, until: now() + processKeepsMs })
    else all.delete(from)
    if (all.size > 0) heardOf.set(topic, all)
    else heardOf.delete(topic)
    if (JSON.stringify(peopleAt(topic)) !== before) changed(topic)
  }

  return {
    peopleAt,
    /** A browser is at a topic, and does this there. */
    say(browser: object, topic: string, person: Person): void {
      const before = here.get(browser)
      const said = { ...person, name: person.name.slice(0, longestName) }
      here.set(browser, { topic, person: said, until: now() + browserKeepsMs })
      if (before?.topic === topic && before.person.doing === person.doing) return
      report(before && before.topic !== topic ? [before.topic, topic] : [topic])
    },
    /** A browser looks elsewhere, or is gone. */
    leave(browser: object): void {
      const before = here.get(browser)
      here.delete(browser)
      if (before) report([before.topic])
    },
    /** What a process said. */
    heard(payload: string): void {
      const said = readReport(payload)
      for (const { topic, people } of said?.topics ?? []) hear(said?.process ?? '', topic, people as Person[])
    },
    /** Every few seconds: says again who is here, and forgets those of whom nothing was heard. */
    tick(): void {
      const topics = new Set([...here.values()].map((one) => one.topic))
      for (const [browser, { until }] of here) if (until < now()) here.delete(browser)
      report(topics)
      for (const [topic, all] of heardOf) for (const [from, { until }] of all) if (until < now()) hear(from, topic, [])
    },
  }
}

/** Each person once, by what they do most, in the order of their names. */
function busiest(people: readonly Person[]): Person[] {
  const byId = new Map<number, Person>()
  for (const person of people) {
    const known = byId.get(person.id)
    if (!known || doings.indexOf(person.doing) > doings.indexOf(known.doing)) byId.set(person.id, person)
  }
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id - b.id).slice(0, mostPeople)
}

function readReport(payload: string): Static<typeof Report> | undefined {
  try {
    const said: unknown = JSON.parse(payload)
    return Value.Check(Report, said) ? said : undefined
  } catch {
    return undefined
  }
}
