import { type Random, randomFrom } from '../random.ts'
import { candidates } from './cast.ts'
import { fill } from './fill.ts'
import { isOfficeTime, openingTimes } from './hours.ts'
import type { Outcome, PlannedEvent } from './performance.ts'
import { playScript } from './play.ts'
import { scenarios } from './scenarios.ts'
import { services } from './services.ts'
import type { PersonSeed, Scenario } from './shapes.ts'
import { slotsFor } from './slots.ts'

export interface PlannedTicket {
  scenario: Scenario
  requester: PersonSeed
  channel: 'mail' | 'portal' | 'phone'
  openedAt: Date
  subject: string
  description: string
  files: string[]
  error?: string
  thing?: string
  location: string
  outcome: Outcome
  slots: Record<string, string>
  events: PlannedEvent[]
}

/** Each story as often as it is told, mixed so that the same one is not told twice in a row. */
function tellings(random: Random): { scenario: Scenario; index: number }[] {
  return scenarios
    .flatMap((scenario) => {
      const phase = random.next()
      return Array.from({ length: scenario.times }, (_, index) => ({
        scenario,
        index,
        position: ((index + phase + random.between(-0.2, 0.2) + 1) / scenario.times) % 1,
      }))
    })
    .sort((a, b) => a.position - b.position)
}

const hasWait = (scenario: Scenario, kind: string) =>
  scenario.steps.some((step) => 'wait' in step && step.wait === kind)

/** How the youngest tickets stand today; what is older is solved, what is older still is closed. */
function outcomes(random: Random, tickets: { scenario: Scenario; openedAt: Date }[], base: Date): Outcome[] {
  const ageDays = (at: Date) => (base.getTime() - at.getTime()) / 86_400_000
  const left: Record<string, number> = {
    new: 9,
    open: 15,
    in_progress: 18,
    waiting_requester: 12,
    waiting_vendor: 8,
    waiting_until: 5,
    resolved: 20,
  }
  const take = (outcome: Outcome) => {
    left[outcome] = (left[outcome] ?? 0) - 1
    return outcome
  }
  const result = new Array<Outcome>(tickets.length).fill('closed')
  for (let index = tickets.length - 1; index >= 0; index--) {
    const ticket = tickets[index]
    if (!ticket) continue
    const { scenario } = ticket
    const age = ageDays(ticket.openedAt)
    const free = (outcome: Outcome) => (left[outcome] ?? 0) > 0
    const urgent = scenario.urgency === 1 || scenario.channel === 'phone'
    if (urgent && age > 0.15) {
      result[index] = age < 6 ? 'resolved' : 'closed'
      if (free('in_progress') && age < 1.5) result[index] = take('in_progress')
    } else if (free('waiting_vendor') && hasWait(scenario, 'vendor') && age < 45) result[index] = take('waiting_vendor')
    else if (free('waiting_until') && hasWait(scenario, 'until') && age > 1 && age < 40)
      result[index] = take('waiting_until')
    else if (free('resolved') && age > 1 && age < 18 && random.chance(0.25)) result[index] = take('resolved')
    else if (free('waiting_requester') && hasWait(scenario, 'requester') && age > 1.5)
      result[index] = take('waiting_requester')
    else if (free('new') && !urgent && age < 6) result[index] = take('new')
    else if (free('open') && age < 12 && random.chance(0.7)) result[index] = take('open')
    else if (free('in_progress') && random.chance(0.8)) result[index] = take('in_progress')
    else result[index] = age < 5 ? 'resolved' : 'closed'
  }
  return result
}

function writtenBy(person: PersonSeed, text: string, channel: string): string {
  if (channel === 'phone') return text
  const hello = person.hello ? `${person.hello}\n\n` : ''
  const bye = person.bye ? `\n\n${person.bye}` : ''
  return channel === 'portal' ? text : `${hello}${text}${bye}`
}

/** All 300 tickets with everything that happens on them until `base`. The same `base` gives the same world. */
export function planWorld(base: Date): PlannedTicket[] {
  const random = randomFrom(1042)
  const waiting = tellings(random)
  const times = openingTimes(random, base, waiting.length, 90)
  const lastRequester = new Map<string, string>()
  const opened = times.map((openedAt) => {
    // At night only those who are awake can write: the next story that one of them could tell comes first.
    const next = waiting.findIndex(({ scenario }) => candidates(scenario, openedAt).length > 0)
    const [telling] = waiting.splice(Math.max(next, 0), 1)
    if (!telling) throw new Error('no story is left')
    const able = candidates(telling.scenario, openedAt)
    const cast = able.length > 0 ? able : candidates(telling.scenario, new Date('2026-01-05T10:00:00Z'))
    const fresh = cast.filter((person) => person.key !== lastRequester.get(telling.scenario.id))
    const requester = random.pick(fresh.length > 0 ? fresh : cast)
    lastRequester.set(telling.scenario.id, requester.key)
    return { ...telling, openedAt, requester }
  })
  const ends = outcomes(random, opened, base)
  return opened.map(({ scenario, index, openedAt, requester }, order) => {
    const outcome = ends[order] ?? 'closed'
    const slots = slotsFor(random, scenario, requester, openedAt, index)
    const opening = index % scenario.openings.length
    const paired = scenario.subjects.length % scenario.openings.length === 0
    const subject =
      scenario.subjects[
        paired
          ? (opening + scenario.openings.length * Math.floor(index / scenario.openings.length)) %
            scenario.subjects.length
          : index % scenario.subjects.length
      ]
    const branch = opening + scenario.openings.length * random.below(12)
    const channel =
      scenario.channel ??
      (requester.tags.includes('executive') || !isOfficeTime(openedAt)
        ? random.pick(['phone', 'mail'] as const)
        : random.pick(['mail', 'mail', 'mail', 'portal'] as const))
    const error = scenario.error ? fill(scenario.error, slots, { branch }) : ''
    const thing = scenario.thing ? fill(scenario.thing, slots, { branch }) : ''
    return {
      scenario,
      requester,
      channel: outcome === 'new' && channel === 'phone' ? 'portal' : channel,
      openedAt,
      subject: fill(subject ?? '', slots, { random }),
      description: writtenBy(requester, fill(scenario.openings[opening] ?? '', slots, { random }), channel),
      files: scenario.attach ?? [],
      ...(error && { error }),
      ...(thing && { thing }),
      location: requester.location,
      outcome,
      slots,
      events: playScript({
        random,
        scenario,
        requester,
        channel,
        openedAt,
        base,
        slots,
        branch,
        outcome,
        serviceTeam: services.find((service) => service.key === scenario.service)?.team ?? 'desk',
        speak: (person, text) => writtenBy(person, text, random.chance(0.5) ? 'mail' : 'portal'),
      }),
    }
  })
}
