import type { TicketChange } from '../contract/http.ts'

/** What a list knows of a ticket that a change of many may have to give back. */
export interface Before {
  number: number
  status: string
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
export function undoing(change: TicketChange, before: readonly Before[]): Step[] | undefined {
  const { status, team, assignee, addTags, removeTags, ...rest } = change
  if (Object.values(rest).some((value) => value !== undefined)) return undefined
  if (status !== undefined) {
    if (!simple.includes(status) || before.some((one) => !simple.includes(one.status))) return undefined
    return grouped(before, (one) => (one.status === status ? undefined : { status: one.status }))
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
