import type { Status } from '../../ticket/contract/shapes.ts'
import { isActive } from '../../ticket/server/index.ts'
import type { Target } from '../contract/shapes.ts'
import { type Agreement, breachBy, type Clock, close, halt, isOpen, isSame, runOrPause } from './clock.ts'

/** What holds for a ticket from a moment on. */
export interface Choice {
  service: Agreement | null
  /** The OLA of the team that has the ticket. */
  team: Agreement | null
}

export type SlaEvent = { at: number } & (
  | { kind: 'opened'; status: Status; teamId: number | null }
  | { kind: 'status'; status: Status }
  | { kind: 'team'; teamId: number | null }
  | { kind: 'chosen'; choice: Choice }
  | { kind: 'answered' }
)

/** Where a ticket stands between two events: all that the next one needs to know of those before it. */
export interface Ticket {
  status: Status
  teamId: number | null
  choice: Choice
  answered: boolean
  at: number
  clocks: Clock[]
}

/** All clocks of a ticket after its events, in the order they began. Pure: the same events always give the same clocks. */
export function foldClocks(events: Iterable<SlaEvent>): Clock[] {
  let ticket: Ticket | undefined
  for (const event of events) {
    if (event.kind === 'opened') {
      const { status, teamId, at } = event
      ticket = { status, teamId, at, choice: { service: null, team: null }, answered: false, clocks: [] }
    } else if (ticket) {
      goOn(ticket, event)
    }
  }
  return ticket?.clocks ?? []
}

/** Changes the clocks of a ticket as one more event demands. */
export function goOn(ticket: Ticket, event: Exclude<SlaEvent, { kind: 'opened' }>): void {
  // Two requests at the same moment may tell their facts in the other order; time never runs backwards.
  ticket.at = Math.max(ticket.at, event.at)
  apply(ticket, event)
}

function apply(ticket: Ticket, event: Exclude<SlaEvent, { kind: 'opened' }>): void {
  if (event.kind === 'answered') answer(ticket)
  else if (event.kind === 'status') moveTo(ticket, event.status)
  else if (event.kind === 'team') changeTeam(ticket, event.teamId)
  else ticket.choice = event.choice
  if (isActive(ticket.status)) {
    for (const clock of ticket.clocks) if (isOpen(clock)) agree(ticket, clock)
    begin(ticket)
  }
  for (const clock of ticket.clocks) if (isOpen(clock)) runOrPause(clock, ticket.status, ticket.at)
}

function answer(ticket: Ticket): void {
  ticket.answered = true
  if (!isActive(ticket.status)) return
  end(ticket, ['first_response', 'next_update'], true)
  const goal = ticket.choice.service?.goals.next_update
  if (ticket.choice.service && goal !== undefined) start(ticket, 'next_update', ticket.choice.service, goal)
}

function moveTo(ticket: Ticket, status: Status): void {
  const [was, is] = [isActive(ticket.status), isActive(status)]
  ticket.status = status
  // Solved is the last word to the requester; closed without it was spam or a double, and nothing is owed any more.
  if (was && !is) end(ticket, ['first_response', 'next_update', 'resolution', 'team'], status === 'resolved')
  if (was || !is) return
  const { service } = ticket.choice
  const goal = service?.goals.next_update
  if (service && goal !== undefined && ticket.answered) start(ticket, 'next_update', service, goal)
}

function changeTeam(ticket: Ticket, teamId: number | null): void {
  if (teamId === ticket.teamId) return
  end(ticket, ['team'], true)
  ticket.teamId = teamId
  // What is agreed with the next team is chosen next.
  ticket.choice = { ...ticket.choice, team: null }
}

/** Begins what is promised and has no clock yet, or goes on with what was stopped. */
function begin(ticket: Ticket): void {
  const { service, team } = ticket.choice
  if (service?.goals.first_response !== undefined && !ticket.answered) {
    const last = lastOf(ticket, 'first_response')
    if (!last) start(ticket, 'first_response', service, service.goals.first_response)
    else if (last.state === 'stopped') revive(ticket, last, service, service.goals.first_response)
  }
  if (service?.goals.resolution !== undefined) {
    const last = lastOf(ticket, 'resolution')
    if (last?.state === 'stopped') revive(ticket, last, service, service.goals.resolution)
    else if (!last || !isOpen(last)) {
      const clock = start(ticket, 'resolution', service, service.goals.resolution)
      if (last && service.reopening === 'continue') carryOn(clock, last)
    }
  }
  if (team?.goals.team !== undefined && ticket.teamId !== null) {
    const last = lastOf(ticket, 'team')
    if (!last || !isOpen(last)) start(ticket, 'team', team, team.goals.team)
  }
}

function carryOn(clock: Clock, last: Clock): void {
  clock.elapsedMs = last.elapsedMs
  clock.carriedMs = last.elapsedMs
  clock.breachedAt = last.elapsedMs >= clock.goalMs ? last.breachedAt : null
}

/** Follows the agreement that holds now; time that has passed stays passed. */
function agree(ticket: Ticket, clock: Clock): void {
  const agreement = clock.target === 'team' ? ticket.choice.team : ticket.choice.service
  const goal = agreement?.goals[clock.target]
  if (!agreement || goal === undefined) {
    // A team that has the ticket owes nothing any more, and the desk owes nothing that the new policy does not promise.
    close(clock, 'stopped', ticket.at)
    return
  }
  if (isSame(agreement, clock.agreement) && goal === clock.goalMs) return
  halt(clock, ticket.at)
  clock.agreement = agreement
  clock.goalMs = goal
  if (clock.elapsedMs < goal) clock.breachedAt = null
  else clock.breachedAt ??= ticket.at
}

function start(ticket: Ticket, target: Target, agreement: Agreement, goalMs: number): Clock {
  const clock: Clock = {
    target,
    seq: (lastOf(ticket, target)?.seq ?? 0) + 1,
    state: 'running',
    agreement,
    teamId: target === 'team' ? ticket.teamId : null,
    goalMs,
    elapsedMs: 0,
    carriedMs: 0,
    startedAt: ticket.at,
    runningSince: null,
    pausedFor: null,
    dueAt: null,
    breachedAt: null,
    endedAt: null,
    stretches: [],
  }
  ticket.clocks.push(clock)
  return clock
}

function revive(ticket: Ticket, clock: Clock, agreement: Agreement, goalMs: number): void {
  clock.state = 'running'
  clock.endedAt = null
  clock.agreement = agreement
  clock.goalMs = goalMs
  if (clock.elapsedMs < goalMs) clock.breachedAt = null
  else clock.breachedAt ??= ticket.at
}

function lastOf(ticket: Ticket, target: Target): Clock | undefined {
  return ticket.clocks.findLast((clock) => clock.target === target)
}

function end(ticket: Ticket, which: readonly Target[], fulfilled: boolean): void {
  for (const clock of ticket.clocks) {
    if (!isOpen(clock) || !which.includes(clock.target)) continue
    close(clock, fulfilled ? (breachBy(clock, ticket.at) === null ? 'met' : 'late') : 'stopped', ticket.at)
  }
}
