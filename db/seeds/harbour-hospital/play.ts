import { technicianFor } from './cast.ts'
import { fill } from './fill.ts'
import { finishes } from './finish.ts'
import { delayMs, isOfficeTime, toOfficeTime } from './hours.ts'
import type { Performance, PlannedEvent } from './performance.ts'
import type { PersonSeed, Step, TeamKey } from './shapes.ts'

type EventOf<T> = T extends unknown ? Omit<T, 'at'> : never

/** How many steps of the script have happened, so that the ticket stands where its outcome says. */
function stepsPlayed({ random, scenario, outcome }: Performance): number {
  const { steps } = scenario
  if (outcome === 'new') return -1
  if (outcome === 'open') {
    const spoken = steps.findIndex((step) => 'say' in step)
    return spoken < 0 ? 0 : random.below(spoken + 1)
  }
  if (outcome === 'resolved' || outcome === 'closed') return steps.length
  if (outcome === 'in_progress') {
    const first = steps.findIndex((step) => 'say' in step || 'note' in step) + 1
    let played = first + random.below(Math.max(1, steps.length - first))
    const last = steps[played - 1]
    if (last && 'wait' in last) played--
    return Math.max(first, played)
  }
  const kind = outcome.replace('waiting_', '')
  return steps.findIndex((step) => 'wait' in step && step.wait === kind) + 1
}

const signed = (text: string, requester: PersonSeed, technician: PersonSeed) => {
  const first = requester.name.split(' ')[0]
  return requester.language === 'de'
    ? `Hallo ${first},\n\n${text}\n\n${technician.bye}`
    : `Hi ${first},\n\n${text}\n\n${technician.bye}`
}

/** Plays the script from the opening to today. */
export function playScript(performance: Performance): PlannedEvent[] {
  const { random, scenario, requester, channel, openedAt, base, slots, branch, outcome, serviceTeam } = performance
  const events: PlannedEvent[] = []
  let at = openedAt
  const handsOver = scenario.steps.some((step) => 'to' in step)
  let team: TeamKey = handsOver || channel === 'phone' ? 'desk' : serviceTeam
  let technician = technicianFor(random, team, scenario, at)
  slots.agent = technician.name.split(' ')[0] ?? ''
  slots.name = slots.first ?? ''
  const tell = (event: EventOf<PlannedEvent>) => events.push({ ...event, at } as PlannedEvent)
  const later = (delay: string, worker: boolean) => {
    const { ms, exact } = delayMs(random, delay)
    at = new Date(at.getTime() + ms)
    const roundTheClock =
      exact || (worker ? team === 'desk' && ms < 3_600_000 : !requester.tags.includes('office') && ms < 40_000_000)
    if (!roundTheClock && !isOfficeTime(at)) at = toOfficeTime(random, at)
  }
  const text = (raw: string) => fill(raw, slots, { branch })
  const played = stepsPlayed(performance)
  if (played < 0) return []

  later(scenario.urgency === 1 ? '3m' : '18m', true)
  // The desk reads first; what it cannot solve goes to the team of the service without ceremony.
  if (team !== 'desk')
    tell({
      type: 'assign',
      team,
      by: channel === 'portal' ? technician.key : technicianFor(random, 'desk', scenario, at).key,
    })
  tell({ type: 'assign', team, assignee: technician.key, by: technician.key })
  let status = 'open'
  const moveTo = (next: 'in_progress' | 'waiting_requester' | 'waiting_vendor' | 'waiting_until') => {
    if (status === next) return
    status = next
    const until =
      next === 'waiting_until'
        ? { until: new Date(Math.max(at.getTime(), base.getTime()) + (1 + random.below(5)) * 86_400_000) }
        : {}
    tell({ type: 'status', status: next, by: technician.key, ...until })
  }

  const play = (step: Step) => {
    const files = step.attach ?? []
    if ('ask' in step) {
      later(step.after ?? '4h', false)
      tell({ type: 'message', by: requester.key, text: performance.speak(requester, text(step.ask)), files })
      if (status === 'waiting_requester') moveTo('in_progress')
    } else if ('say' in step) {
      later(step.after ?? '1h', true)
      tell({ type: 'reply', by: technician.key, text: signed(text(step.say), requester, technician), files })
      if (outcome !== 'open') moveTo('in_progress')
    } else if ('note' in step) {
      later(step.after ?? '30m', true)
      const author = step.by ? technicianFor(random, step.by, scenario, at) : technician
      tell({ type: 'note', by: author.key, text: text(step.note), files })
    } else if ('to' in step) {
      later(step.after ?? '8m', true)
      tell({ type: 'note', by: technician.key, text: text(step.because), files })
      const from = technician
      team = step.to
      technician = technicianFor(random, team, scenario, at)
      slots.agent = technician.name.split(' ')[0] ?? ''
      tell({ type: 'assign', team, by: from.key, handOff: text(step.because) })
      later(scenario.urgency === 1 ? '4m!' : '35m', true)
      tell({ type: 'assign', team, assignee: technician.key, by: technician.key })
    } else if ('raise' in step) {
      tell({ type: 'impact', impact: step.raise, by: technician.key })
    } else {
      moveTo(`waiting_${step.wait}`)
    }
  }
  scenario.steps.slice(0, played).forEach(play)
  if (outcome === 'resolved' || outcome === 'closed') {
    if (status !== 'in_progress') moveTo('in_progress')
    later('15m', true)
    for (const event of finishes({ ...performance, random, technician, text, at })) events.push(event)
  } else if (outcome === 'in_progress') moveTo('in_progress')
  return squeezed(events, openedAt, base)
}

/** What would lie in the future is drawn together, so that the last thing happened a moment ago at the latest. */
function squeezed(events: PlannedEvent[], openedAt: Date, base: Date): PlannedEvent[] {
  const last = events.at(-1)
  if (!last) return events
  const room = base.getTime() - openedAt.getTime()
  const span = last.at.getTime() - openedAt.getTime()
  if (span <= room * 0.97) return events
  const factor = (room * 0.93) / span
  return events.map((event) => ({
    ...event,
    at: new Date(openedAt.getTime() + (event.at.getTime() - openedAt.getTime()) * factor),
  }))
}
