import type { Rule, When } from '../contract/http-triggers.ts'
import type { ActiveTrigger } from './triggers.ts'

/** What may have set a trigger off, to be looked at closely in a job. */
export interface Candidate {
  triggerId: number
  /** What it fires for; the same fires once. */
  occurrence: string
  why: Record<string, unknown>
}

interface Happened {
  id: number
  name: string
  data: Record<string, unknown>
  /** The words of a message. */
  text?: string | undefined
  /** Of a new ticket: whether a VIP asks. */
  vip?: boolean
}

type Changes = Record<string, { before: unknown; after: unknown }>
type Hit = Omit<Candidate, 'triggerId'>
const over = (status: unknown) => status === 'resolved' || status === 'closed'

/**
 * Pure: the triggers that a fact may set off. What costs a question (counts) is left to the job; silence and likeness are
 * looked for by alarms of their own.
 */
export function candidatesFor(all: readonly ActiveTrigger[], fact: Happened): Candidate[] {
  return all.flatMap(({ id, rule }) => {
    const hit = mayConcern(rule, fact) ? hitOf(rule.when, fact) : undefined
    return hit ? [{ triggerId: id, ...hit }] : []
  })
}

/** A new ticket is told whole; of others the job looks. */
const mayConcern = (rule: Rule, { name, data }: Happened) =>
  name !== 'ticket.opened' || concerns(rule, data.state as Parameters<typeof concerns>[1])

function hitOf(when: When, fact: Happened): Hit | undefined {
  const { data } = fact
  const opened = fact.name === 'ticket.opened' ? (data.state as Record<string, unknown>) : undefined
  switch (when.kind) {
    case 'priority':
      return priorityHit(when.priorities, opened, fact)
    case 'vip':
      return opened && fact.vip ? { occurrence: 'opened', why: {} } : undefined
    case 'keyword':
      if (opened) return keywordHit(when.words, String(opened.subject))
      return fact.name === 'conversation.message_added' ? keywordHit(when.words, fact.text ?? '') : undefined
    case 'reopened': {
      const status = fact.name === 'ticket.status_changed' ? (data.changes as Changes).status : undefined
      return status && over(status.before) && !over(status.after)
        ? { occurrence: `fact ${fact.id}`, why: {} }
        : undefined
    }
    case 'returned':
      return fact.name === 'escalation.returned' && data.bounces === when.times
        ? { occurrence: `returned ${when.times}`, why: { times: data.bounces } }
        : undefined
    case 'urgent':
      return fact.name === 'escalation.urgent_said'
        ? { occurrence: `fact ${fact.id}`, why: { reason: data.reason } }
        : undefined
    case 'sla': {
      const percent = fact.name === 'sla.breached' ? 100 : fact.name === 'sla.warned' ? Number(data.percent) : 0
      return percent >= when.percent
        ? { occurrence: `${data.target} ${data.seq} ${when.percent}`, why: { target: data.target, percent } }
        : undefined
    }
    case 'idle':
    case 'similar':
      return undefined
  }
}

function priorityHit(wanted: readonly string[], opened: Record<string, unknown> | undefined, fact: Happened) {
  if (opened)
    return wanted.includes(String(opened.priority))
      ? { occurrence: 'opened', why: { priority: opened.priority } }
      : undefined
  if (fact.name !== 'ticket.priority_set') return undefined
  const { before, after } = (fact.data.changes as Changes).priority ?? {}
  if (!wanted.includes(String(after)) || wanted.includes(String(before))) return undefined
  return { occurrence: `fact ${fact.id}`, why: { priority: after } }
}

function keywordHit(words: readonly string[], text: string): Hit | undefined {
  const word = wordIn(words, text)
  return word === undefined ? undefined : { occurrence: 'word', why: { word } }
}

/** The first of the words that stands in a text as a word or phrase of its own, whatever its case. */
export function wordIn(words: readonly string[], text: string): string | undefined {
  const plain = ` ${spaced(text)} `
  return words.find((word) => plain.includes(` ${spaced(word)} `))
}

const spaced = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a rule is about such tickets at all. */
export function concerns(
  { only }: Rule,
  ticket: { priority: string; serviceId: number | null; teamId: number | null },
): boolean {
  const among = (wanted: readonly unknown[] | undefined, value: unknown) =>
    wanted === undefined || wanted.length === 0 || wanted.includes(value)
  return (
    among(only.priorities, ticket.priority) &&
    among(only.services, ticket.serviceId) &&
    among(only.teams, ticket.teamId)
  )
}
