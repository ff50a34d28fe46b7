import type { Calendars } from '../../calendar/server/index.ts'
import type { Hours, Operator, Test } from '../contract/conditions.ts'
import { openTimesOf } from './hours.ts'
import { finder, patternFinder, plain } from './match-text.ts'
import type { Lookup, TextField } from './ticket-view.ts'

/** What conditions refer to and need spelt out: categories with all below them, and calendars. */
export interface Surroundings {
  within(categoryId: number): ReadonlySet<number>
  calendars: Calendars
}

export type Check = (ticket: Lookup, now: number) => boolean

const textOf: Readonly<Record<string, TextField>> = {
  subject: 'subject',
  description: 'description',
  error_message: 'errorMessage',
  affected_thing: 'affectedThing',
  location: 'location',
}

/** Turns one test into a function. */
export function compileTest(test: Test, around: Surroundings): Check {
  const values = test.values ?? []
  switch (test.field) {
    case 'kind':
    case 'channel':
    case 'priority':
    case 'impact':
    case 'urgency':
      return among(test.op, new Set(values), (ticket) => ticket[test.field as 'kind'])
    case 'service':
      return among(test.op, new Set(values), (ticket) => ticket.serviceId)
    case 'organisation':
      return among(test.op, new Set(values), (ticket) => ticket.organisationId)
    case 'requester':
      return among(test.op, new Set(values), (ticket) => ticket.requesterId)
    case 'mailbox':
      return among(test.op, new Set(values), (ticket) => ticket.mailboxId)
    case 'category': {
      const all = new Set<unknown>(values.flatMap((id) => [...around.within(Number(id))]))
      return among(test.op, all, (ticket) => ticket.categoryId)
    }
    case 'vip':
      return (ticket) => ticket.vip === (values[0] ?? true)
    case 'tags':
      return tagsTest(test.op, values)
    case 'sender_address':
      return among(test.op, new Set(values.map(plainValue)), (ticket) => ticket.senderAddress?.toLowerCase() ?? null)
    case 'sender_domain':
      return domainTest(test.op, values)
    case 'answer':
      return answerTest(test)
    case 'time':
      return timeTest(test.op, test.hours, around.calendars)
    case 'words':
      return textTest(test.op, values, (ticket) => `${ticket.text('subject')}\n${ticket.text('description')}`)
    default: {
      const field = textOf[test.field] ?? 'subject'
      return textTest(test.op, values, (ticket) => ticket.text(field))
    }
  }
}

const plainValue = (value: unknown) => plain(String(value))

function among(op: Operator, wanted: ReadonlySet<unknown>, read: (ticket: Lookup) => unknown): Check {
  if (op === 'filled') return (ticket) => read(ticket) !== null
  if (op === 'empty') return (ticket) => read(ticket) === null
  return op === 'is' ? (ticket) => wanted.has(read(ticket)) : (ticket) => !wanted.has(read(ticket))
}

function tagsTest(op: Operator, values: readonly unknown[]): Check {
  const wanted = new Set(values.map(plainValue))
  const carried = (ticket: Lookup) => ticket.tags.map(plain)
  if (op === 'filled') return (ticket) => ticket.tags.length > 0
  if (op === 'empty') return (ticket) => ticket.tags.length === 0
  if (op === 'has_all') return (ticket) => [...wanted].every((tag) => carried(ticket).includes(tag))
  const any = (ticket: Lookup) => carried(ticket).some((tag) => wanted.has(tag))
  return op === 'is' ? any : (ticket) => !any(ticket)
}

function domainTest(op: Operator, values: readonly unknown[]): Check {
  const domains = values.map((value) => String(value).toLowerCase().replace(/^@/, ''))
  const domainOf = (ticket: Lookup) => ticket.senderAddress?.toLowerCase().split('@').at(-1) ?? null
  if (op === 'filled') return (ticket) => domainOf(ticket) !== null
  if (op === 'empty') return (ticket) => domainOf(ticket) === null
  const any = (ticket: Lookup) => {
    const found = domainOf(ticket)
    // A domain stands for all below it.
    return found !== null && domains.some((domain) => found === domain || found.endsWith(`.${domain}`))
  }
  return op === 'is' ? any : (ticket) => !any(ticket)
}

function textTest(op: Operator, values: readonly unknown[], read: (ticket: Lookup) => string): Check {
  if (op === 'filled') return (ticket) => read(ticket).trim() !== ''
  if (op === 'empty') return (ticket) => read(ticket).trim() === ''
  if (op === 'starts_with') {
    const beginnings = values.map(plainValue)
    return (ticket) => beginnings.some((words) => read(ticket).startsWith(words))
  }
  const finders = values.map((value) => (op === 'matches' ? patternFinder(String(value)) : finder(String(value))))
  if (op === 'contains_all') return (ticket) => finders.every((find) => find(read(ticket)))
  const any = (ticket: Lookup) => {
    const text = read(ticket)
    return finders.some((find) => find(text))
  }
  return op === 'contains_none' ? (ticket) => !any(ticket) : any
}

function answerTest({ op, key = '', values = [] }: Test): Check {
  const answer = (ticket: Lookup) => {
    const found = ticket.answers[key]
    return Array.isArray(found) ? found : found === undefined || found === null || found === '' ? [] : [found]
  }
  if (op === 'filled') return (ticket) => answer(ticket).length > 0
  if (op === 'empty') return (ticket) => answer(ticket).length === 0
  if (op === 'above') return (ticket) => answer(ticket).some((value) => Number(value) > Number(values[0]))
  if (op === 'below') return (ticket) => answer(ticket).some((value) => Number(value) < Number(values[0]))
  if (op === 'contains') {
    const finders = values.map((value) => finder(String(value)))
    return (ticket) => answer(ticket).some((value) => finders.some((find) => find(plainValue(value))))
  }
  const wanted = new Set(values.map(plainValue))
  const any = (ticket: Lookup) => answer(ticket).some((value) => wanted.has(plainValue(value)))
  return op === 'is' ? any : (ticket) => !any(ticket)
}

function timeTest(op: Operator, hours: Hours | undefined, calendars: Calendars): Check {
  if (!hours) return () => false
  const open = openTimesOf(hours, calendars)
  return op === 'outside' ? (_, now) => !open.isOpen(now) : (_, now) => open.isOpen(now)
}
