import { sql } from 'kysely'
import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { TicketFilter } from '../../ticket/contract/http.ts'
import { channels, kinds, priorities, statuses } from '../../ticket/contract/http.ts'
import type { SearchProblem } from '../contract/http.ts'
import { waiting } from '../contract/lists.ts'
import type { Query, SearchField, Term } from '../contract/query.ts'
import { hasAll, wordsOf } from './queries.ts'
import { after, before, on } from './search-dates.ts'

type FieldTerm = Extract<Term, { kind: 'field' }>

export interface FieldFilters {
  /** All of these must hold. */
  must: TicketFilter[]
  /** None of these may hold. */
  mustNot: TicketFilter[]
  numbers: number[]
  problems: SearchProblem[]
}

// No ticket has it: what a name that nobody bears is looked up as.
const nobody = '-1'

/**
 * Turns `field:value` into filters of the ticket list. Names may be given in part; the same field twice means either, but
 * a ticket must have all of several tags.
 */
export async function resolveFields(cx: Cx, query: Query): Promise<FieldFilters> {
  const found: FieldFilters = { must: [], mustNot: [], numbers: [], problems: query.unfinished.map(problemWithout) }
  const either = new Map<SearchField, TicketFilter>()
  for (const term of query.terms) {
    if (term.kind !== 'field') continue
    if (term.field === 'number') {
      const number = Number(term.value.replace('#', ''))
      if (Number.isSafeInteger(number)) found.numbers.push(number)
      else found.problems.push(problemWith(term))
      continue
    }
    const filter = await filterOf(cx, term)
    if (!filter) found.problems.push(problemWith(term))
    else if (term.not) found.mustNot.push(filter)
    else if (term.field === 'is' || term.field === 'tag' || term.field === 'on') found.must.push(filter)
    else either.set(term.field, joined(either.get(term.field), filter))
  }
  found.must.push(...either.values())
  return found
}

function joined(one: TicketFilter | undefined, other: TicketFilter): TicketFilter {
  if (!one) return other
  const [key, value] = Object.entries(other)[0] as [keyof TicketFilter, string]
  // Of two limits of time the last one said counts.
  const timed = key === 'createdAfter' || key === 'createdBefore'
  return { [key]: timed || one[key] === undefined ? value : `${one[key]},${value}` }
}

function problemWith({ field, value }: FieldTerm): SearchProblem {
  return { term: `${field}:${value}`, ...hintFor(field) }
}

function problemWithout(field: SearchField): SearchProblem {
  return {
    term: `${field}:`,
    code: 'desk.search_no_value',
    params: { field },
    detail: `A value is missing after "${field}:".`,
  }
}

const days = 'a day, as 2026-03-01, today or yesterday'

function hintFor(field: SearchField): Omit<SearchProblem, 'term'> {
  const params = { field }
  switch (field) {
    case 'before':
    case 'after':
      return { code: 'desk.search_day', params, detail: `After "${field}:" comes ${days}, or a span, as 7d.` }
    case 'on':
      return {
        code: 'desk.search_period',
        params,
        detail: `After "on:" comes ${days}, a month, as 2026-03, or a year.`,
      }
    case 'number':
      return { code: 'desk.search_number', params, detail: 'After "number:" comes the number of a ticket.' }
  }
  const values = choices[field]?.join(', ')
  return values === undefined
    ? { code: 'desk.search_value', params, detail: 'This value is not understood.' }
    : { code: 'desk.search_one_of', params: { field, values }, detail: `After "${field}:" comes one of ${values}.` }
}

const states = new Map<string, TicketFilter>(
  Object.entries({
    open: { status: 'active' },
    active: { status: 'active' },
    new: { status: 'new' },
    resolved: { status: 'resolved' },
    closed: { status: 'closed' },
    waiting: { status: waiting.join(',') },
    unassigned: { assignee: 'none' },
    mine: { assignee: 'me' },
    overdue: { status: 'active', due: 'overdue' },
  }),
)

const choices: Partial<Record<SearchField, readonly string[]>> = {
  is: [...states.keys()],
  status: [...statuses, 'active'],
  priority: priorities,
  kind: kinds,
  channel: channels,
}

async function filterOf({ db: reader, actor, now }: Cx, term: FieldTerm): Promise<TicketFilter | undefined> {
  const { field, value } = term
  const zone = actor.timeZone ?? 'UTC'
  switch (field) {
    case 'is':
      return states.get(value.toLowerCase())
    case 'status':
      return known(field, value, [...statuses, 'active'])
    case 'priority':
      return known(field, value, priorities)
    case 'kind':
      return known(field, value, kinds)
    case 'channel':
      return known(field, value, channels)
    case 'tag':
      // Tags are the desk's own; whoever is not shown them cannot ask for them either.
      return can(actor, 'ticket.read') ? { tag: value } : undefined
    case 'before':
      return before(value, now, zone)
    case 'after':
      return after(value, now, zone)
    case 'on':
      return on(value, now, zone)
    case 'requester':
    case 'assignee':
      return { [field]: await persons(reader, value) }
    case 'team':
      return /^(none|mine)$/i.test(value) ? { team: value.toLowerCase() } : { team: await teams(reader, actor, value) }
    case 'service':
    case 'category':
    case 'organisation':
      return value === 'none' && field !== 'organisation'
        ? { [field]: value }
        : { [field]: await named(reader, field, value) }
    default:
      return undefined
  }
}

function known(field: 'status' | 'priority' | 'kind' | 'channel', value: string, all: readonly string[]) {
  const wanted = value.toLowerCase().replaceAll('-', '_').split(',').filter(Boolean)
  return wanted.length > 0 && wanted.every((one) => all.includes(one)) ? { [field]: wanted.join(',') } : undefined
}

/** `me`, `none`, ids and addresses as they are; else everybody whose name or address has these words. */
async function persons(reader: Reader, value: string): Promise<string> {
  if (/^(me|none|\d+)$/i.test(value)) return value.toLowerCase()
  const rows = await sql<{ id: number }>`
    select id from people.person where ${hasAll(sql.ref('search'), wordsOf(value))} order by id limit 500`.execute(
    reader,
  )
  return ids(rows.rows)
}

async function teams(reader: Reader, actor: Actor, value: string): Promise<string> {
  const rows = await sql<{ id: number }>`
    select id from people.team where ${hasAll(sql`lower(name::text)`, wordsOf(value))} limit 200`.execute(reader)
  return ids(rows.rows.filter((row) => !(actor.hiddenTeamIds ?? []).includes(row.id)))
}

async function named(reader: Reader, field: 'service' | 'category' | 'organisation', value: string): Promise<string> {
  const table = field === 'organisation' ? 'people.organisation' : `catalog.${field}`
  const rows = await sql<{ id: number }>`
    select id from ${sql.table(table)} where ${hasAll(sql`lower(public.unaccent(name::text))`, wordsOf(value))} limit 200`.execute(
    reader,
  )
  return ids(rows.rows)
}

function ids(rows: readonly { id: number }[]): string {
  return rows.length === 0 ? nobody : rows.map((row) => row.id).join(',')
}
