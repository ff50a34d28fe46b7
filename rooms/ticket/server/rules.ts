import type { Static } from 'typebox'
import type { TicketState } from '../contract/facts.ts'
import type { Status } from '../contract/shapes.ts'

/** Which door leads along a move: a plain change of status, a resolution (or its withdrawal), spam, or a merging. */
export type Door = 'status' | 'resolution' | 'spam' | 'merge'

const work: readonly Status[] = ['open', 'in_progress', 'waiting_requester', 'waiting_vendor', 'waiting_until']

const fromActive: Partial<Record<Status, readonly Door[]>> = {
  ...Object.fromEntries(work.map((status) => [status, ['status']])),
  resolved: ['resolution'],
  closed: ['spam', 'merge'],
}

// A ticket that is taken out of another again has the status it had.
const asBefore: Partial<Record<Status, readonly Door[]>> = Object.fromEntries(
  ['new', ...work, 'resolved'].map((status) => [status, ['merge']]),
)

/** The one transition table of tickets, used by single and bulk changes alike. Absent: the move does not exist. */
export const moves: Readonly<Record<Status, Partial<Record<Status, readonly Door[]>>>> = {
  new: fromActive,
  open: fromActive,
  in_progress: fromActive,
  waiting_requester: fromActive,
  waiting_vendor: fromActive,
  waiting_until: fromActive,
  resolved: { open: ['resolution'], closed: ['status', 'resolution', 'merge'] },
  closed: { ...asBefore, new: ['spam', 'merge'], open: ['resolution', 'spam', 'merge'] },
}

export function mayMove(from: Status, to: Status, door: Door): boolean {
  // Waiting until another time is a change although the status stays.
  if (from === to) return to === 'waiting_until'
  return moves[from][to]?.includes(door) ?? false
}

export function nextStatuses(from: Status): Status[] {
  return (Object.keys(moves[from]) as Status[]).filter((to) => to !== from && mayMove(from, to, 'status'))
}

export function isActive(status: Status): boolean {
  return status !== 'resolved' && status !== 'closed'
}

type State = Static<typeof TicketState>

interface FactLike {
  name: string
  data: Record<string, unknown>
}

/** The state of a ticket after the given facts, which start with `ticket.opened`; undefined before it was opened. */
export function stateAfter(facts: Iterable<FactLike>): State | undefined {
  let state: State | undefined
  for (const fact of facts) {
    if (fact.name === 'ticket.opened') state = fact.data.state as State
    else if (state && isChanges(fact.data.changes)) state = apply(state, fact.data.changes)
  }
  return state
}

type Changes = Record<string, { before: unknown; after: unknown }>

function isChanges(value: unknown): value is Changes {
  return typeof value === 'object' && value !== null
}

function apply(state: State, changes: Changes): State {
  const after = Object.entries(changes).map(([field, change]) => [field, change.after])
  return { ...state, ...Object.fromEntries(after) }
}

/** What differs between two states, field by field, with both values; undefined fields of `after` stay as they are. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const changes: Changes = {}
  for (const [field, value] of Object.entries(after)) {
    if (value === undefined || JSON.stringify(value) === JSON.stringify(before[field])) continue
    changes[field] = { before: before[field], after: value }
  }
  return changes
}

/** Each tag once, as it was first written: "Printer" and "printer" are one. */
export function tagsOnce(tags: readonly string[]): string[] {
  const once = new Map<string, string>()
  for (const tag of tags.map((one) => one.trim())) {
    const key = tag.toLowerCase()
    if (!once.has(key)) once.set(key, tag)
  }
  return [...once.values()]
}
