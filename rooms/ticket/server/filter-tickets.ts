import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import { among, type Reader } from '../../../platform/db/index.ts'
import { categoriesWithin } from '../../catalog/server/index.ts'
import type { TicketFilter } from '../contract/http.ts'
import { channels, kinds, priorities, statuses } from '../contract/shapes.ts'
import { isDue } from './dues.ts'
import { badFilter } from './errors.ts'
import type { TicketQuery } from './queries.ts'

/** Adds the conditions of a filter to a query over `ticket.ticket as t`. Throws 422 that names what is not understood. */
export async function filterTickets<O>(
  reader: Reader,
  query: TicketQuery<O>,
  actor: Actor,
  filter: TicketFilter,
): Promise<TicketQuery<O>> {
  const conditions: Expression<SqlBool>[] = [
    ...statusCondition(filter.status),
    ...oneOf('kind', filter.kind, kinds),
    ...oneOf('priority', filter.priority, priorities),
    ...oneOf('channel', filter.channel, channels),
    ...idCondition('team', sql.ref('t.teamId'), await teamIds(reader, actor, filter.team)),
    ...idCondition('assignee', sql.ref('t.assigneeId'), await personIds(reader, actor, filter.assignee)),
    ...idCondition('requester', sql.ref('t.requesterId'), await personIds(reader, actor, filter.requester)),
    ...idCondition('organisation', sql.ref('t.organisationId'), split(filter.organisation)),
    ...idCondition('service', sql.ref('t.serviceId'), split(filter.service)),
    ...idCondition('category', sql.ref('t.categoryId'), await categoryIds(reader, filter.category)),
    ...tagCondition(filter.tag),
    ...flagCondition(filter.flag),
    ...(filter.due === undefined ? [] : [isDue(actor, filter.due)]),
    ...timeCondition('t.createdAt', '>=', filter.createdAfter),
    ...timeCondition('t.createdAt', '<', filter.createdBefore),
    ...timeCondition('t.updatedAt', '>=', filter.updatedAfter),
    ...timeCondition('t.updatedAt', '<', filter.updatedBefore),
  ]
  return conditions.reduce((filtered, condition) => filtered.where(condition), query)
}

/** The values of a comma-separated list; undefined when the filter is not set. */
function split(value: string | undefined): string[] | undefined {
  if (value === undefined || value.trim() === '') return undefined
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function statusCondition(value: string | undefined): Expression<SqlBool>[] {
  const wanted = split(value)
  if (!wanted) return []
  // As a condition on `active` so that the partial indexes over active tickets serve it.
  if (wanted.length === 1 && wanted[0] === 'active') return [sql<SqlBool>`t.active`]
  const expanded = wanted.flatMap((status) =>
    status === 'active' ? statuses.filter((one) => one !== 'resolved' && one !== 'closed') : [status],
  )
  const condition = oneOf('status', expanded.join(','), statuses)
  const allActive = expanded.every((status) => status !== 'resolved' && status !== 'closed')
  return allActive ? [sql<SqlBool>`t.active`, ...condition] : condition
}

function oneOf(field: string, value: string | undefined, known: readonly string[]): Expression<SqlBool>[] {
  const wanted = split(value)
  if (!wanted) return []
  const odd = wanted.find((one) => !known.includes(one))
  if (odd !== undefined) throw badFilter({ field, value: odd }, { field: `query.${field}` })
  return [sql<SqlBool>`${sql.ref(`t.${field}`)} in (${sql.join(wanted)})`]
}

function idCondition(field: string, column: Expression<unknown>, wanted: string[] | undefined): Expression<SqlBool>[] {
  if (!wanted) return []
  const none = wanted.includes('none')
  const ids = wanted.filter((one) => one !== 'none').map((one) => toId(field, one))
  // One is compared as one, so that an index over it gives the order, too.
  const found = among(column, ids)
  if (!none) return [found]
  return [ids.length === 0 ? sql<SqlBool>`${column} is null` : sql<SqlBool>`(${column} is null or ${found})`]
}

function toId(field: string, value: string): number {
  const id = Number(value)
  if (!Number.isSafeInteger(id)) throw badFilter({ field, value }, { field: `query.${field}` })
  return id
}

async function teamIds(reader: Reader, actor: Actor, value: string | undefined): Promise<string[] | undefined> {
  const wanted = split(value)
  if (!wanted) return undefined
  const names = wanted.filter((one) => !/^\d+$/.test(one) && one !== 'none' && one !== 'mine')
  const mine = wanted.includes('mine') ? (actor.teamIds ?? []) : []
  const rows =
    names.length === 0
      ? []
      : await reader.selectFrom('people.team').select(['id', 'name']).where('name', 'in', names).execute()
  // A name nobody has matches nothing; it is no error, since teams come and go while people keep their links.
  return [
    ...wanted.filter((one) => /^\d+$|^none$/.test(one)),
    ...mine.map(String),
    ...rows.map((row) => String(row.id)),
  ]
}

async function personIds(reader: Reader, actor: Actor, value: string | undefined): Promise<string[] | undefined> {
  const wanted = split(value)
  if (!wanted) return undefined
  const emails = wanted.filter((one) => one.includes('@'))
  const rows =
    emails.length === 0
      ? []
      : await reader.selectFrom('people.personAddress').select('personId').where('email', 'in', emails).execute()
  const plain = wanted
    .filter((one) => !one.includes('@'))
    .flatMap((one) => (one === 'me' ? (actor.id === null ? [] : [String(actor.id)]) : [one]))
  return [...plain, ...rows.map((row) => String(row.personId))]
}

async function categoryIds(reader: Reader, value: string | undefined): Promise<string[] | undefined> {
  const wanted = split(value)
  if (!wanted) return undefined
  const ids = wanted.filter((one) => one !== 'none').map((one) => toId('category', one))
  const within = await categoriesWithin(reader, ids)
  return [...new Set([...wanted, ...within.map(String)])]
}

function tagCondition(value: string | undefined): Expression<SqlBool>[] {
  const tags = split(value)
  return tags ? [sql<SqlBool>`t.tags @> ${tags}::text[]`] : []
}

function flagCondition(value: string | undefined): Expression<SqlBool>[] {
  const flags = split(value)
  return flags
    ? [sql<SqlBool>`t.number in (select ticket_number from ticket.flag where name = any(${flags}::text[]))`]
    : []
}

function timeCondition(column: string, operator: '>=' | '<', value: string | undefined): Expression<SqlBool>[] {
  return value === undefined ? [] : [sql<SqlBool>`${sql.ref(column)} ${sql.raw(operator)} ${new Date(value)}`]
}
