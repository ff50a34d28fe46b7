import type { TicketChange } from '../contract/http.ts'

/** What a list knows of a ticket that a change of many may have to give back. */
export interface Before {
  number: number
  status: string
  /** Until when one waits whose status says so. */
  waitingUntil: string | null
  team: { id: number } | null
  assignee: { id: number } | null
  tags: readonly string[]
}
export interface Step {
  numbers: number[]
  change: TicketChange
}

// Where a ticket may go by a change of its status alone; the others need more words, or are where it only begins.
const simple = ['open', 'in_progress', 'waiting_requester', 'waiting_vendor']

/** The changes that give the tickets back what they had; undefined where that is more than a few changes can say. */
export function undoing(change: TicketChange, before: readonly Before[], now = new Date()): Step[] | undefined {
  const { status, spam, team, assignee, addTags, removeTags, ...rest } = change
  if (Object.values(rest).some((value) => value !== undefined)) return undefined
  if (spam !== undefined) return spam ? notSpam(before, now) : undefined
  if (status !== undefined) {
    if (!simple.includes(status) || before.some((one) => !mayComeBack(one, now))) return undefined
    return grouped(before, (one) => (one.status === status ? undefined : statusOf(one)))
  }
  if (team !== undefined || assignee !== undefined)
    return grouped(before, (one) => ({ team: one.team?.id ?? null, assignee: one.assignee?.id ?? null }))
  const has = (one: Before, tag: string) => one.tags.some((other) => other.toLowerCase() === tag.toLowerCase())
  return grouped(before, (one) => {
    const added = addTags?.filter((tag) => !has(one, tag)) ?? []
    const removed = removeTags?.filter((tag) => has(one, tag)) ?? []
    if (added.length + removed.length === 0) return undefined
    return {
      ...(added.length > 0 ? { removeTags: added } : {}),
      ...(removed.length > 0 ? { addTags: removed } : {}),
    }
  })
}

/** The mark remembers the status, but not until when one waits; a finished ticket may have been marked before. */
function notSpam(before: readonly Before[], now: Date): Step[] | undefined {
  if (before.some((one) => one.status !== 'new' && !mayComeBack(one, now))) return undefined
  return grouped(before, (one) => ({ spam: false, ...(one.status === 'waiting_until' ? statusOf(one) : {}) }))
}

function mayComeBack({ status, waitingUntil }: Before, now: Date): boolean {
  if (status === 'waiting_until') return waitingUntil !== null && new Date(waitingUntil) > now
  return simple.includes(status)
}

function statusOf({ status, waitingUntil }: Before): TicketChange {
  return waitingUntil !== null && status === 'waiting_until' ? { status, until: waitingUntil } : { status }
}

function grouped(before: readonly Before[], back: (one: Before) => TicketChange | undefined): Step[] | undefined {
  const steps = new Map<string, Step>()
  for (const one of before) {
    const change = back(one)
    if (!change) continue
    const key = JSON.stringify(change)
    const step = steps.get(key) ?? { numbers: [], change }
    step.numbers.push(one.number)
    steps.set(key, step)
  }
  return steps.size > 0 ? [...steps.values()] : undefined
}
