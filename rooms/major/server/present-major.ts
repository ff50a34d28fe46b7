import { sql } from 'kysely'
import { no, yes } from '../../../platform/access/ability.ts'
import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { isActive, ticketFor, visibleTo } from '../../ticket/server/index.ts'
import { findSimilar } from '../../triage/server/index.ts'
import type { MajorHead, MajorIncident } from '../contract/http.ts'
import { abilitiesOf, incidentOf } from './access.ts'
import { majorNotFound } from './errors.ts'

const MOST = 100
const SUGGESTED = 12
const SHOWN_CHILDREN = 500

const heads = (reader: Reader) =>
  reader
    .selectFrom('major.incident as i')
    .innerJoin('people.person as c', 'c.id', 'i.coordinatorId')
    .innerJoin('ticket.ticket as t', 't.number', 'i.ticketNumber')
    .select(['i.ticketNumber', 'i.title', 'i.coordinatorId', 'c.name as coordinator', 'i.banner', 'i.declaredAt'])
    .select(['i.declaredByName', 'i.nextUpdateAt', 'i.endedAt', 'i.endedByName', 'i.reviewAt', 'i.version'])
    .select(
      sql<number>`(select count(*)::int from major.child d where d.incident_number = i.ticket_number)`.as('gathered'),
    )

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>['executeTakeFirstOrThrow']>>

const headOf = (row: HeadRow): MajorHead => ({
  number: row.ticketNumber,
  title: row.title,
  coordinator: { id: row.coordinatorId, name: row.coordinator },
  banner: row.banner,
  declaredAt: row.declaredAt.toISOString(),
  declaredBy: row.declaredByName,
  nextUpdateAt: row.nextUpdateAt?.toISOString() ?? null,
  ended: row.endedAt === null ? null : { at: row.endedAt.toISOString(), by: row.endedByName ?? '' },
  reviewed: row.reviewAt !== null,
  gathered: row.gathered,
  version: row.version,
})

export async function presentHead(reader: Reader, number: number): Promise<MajorHead> {
  return headOf(await heads(reader).where('i.ticketNumber', '=', number).executeTakeFirstOrThrow())
}

/** 412 with the state as it is, where somebody changed it since it was read. */
export async function checkVersion(reader: Reader, number: number, version: number, ifMatch?: string): Promise<void> {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === `${version}`) return
  throw stale(undefined, { extra: { current: await presentHead(reader, number) } })
}

export async function viewMajors(cx: Cx): Promise<{ items: MajorHead[] }> {
  const rows = await heads(cx.db)
    .where(visibleTo(cx.actor) as never)
    .orderBy(sql`i.ended_at is not null`)
    .orderBy('i.declaredAt', 'desc')
    .limit(MOST)
    .execute()
  return { items: rows.map(headOf) }
}

export async function viewMajorOf(cx: Cx, number: number) {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  const row = await heads(cx.db)
    .where((eb) =>
      eb.or([
        eb('i.ticketNumber', '=', number),
        eb(
          'i.ticketNumber',
          'in',
          eb.selectFrom('major.child').select('incidentNumber').where('ticketNumber', '=', number),
        ),
      ]),
    )
    .where(visibleTo(cx.actor) as never)
    .executeTakeFirst()
  const declare =
    ticket.standing !== 'staff' || !can(cx.actor, 'major.declare')
      ? no('access.needs_permission', 'It needs the permission major.declare.', { permission: 'major.declare' })
      : !isActive(ticket.status) || row
        ? no('major.ticket_over', 'It is solved, or belongs to one already.')
        : yes
  return { incident: row && ticket.standing === 'staff' ? headOf(row) : null, declare }
}

export async function viewMajor(cx: Cx, number: number): Promise<MajorIncident> {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  const incident = await incidentOf(cx.db, number)
  if (!incident || ticket.standing !== 'staff') throw majorNotFound({ number })
  const children = await childrenOf(cx, number)
  return {
    ...(await presentHead(cx.db, number)),
    reason: incident.reason,
    subject: ticket.subject,
    updates: await updatesOf(cx.db, number),
    children,
    suggested: incident.endedAt === null ? await suggested(cx, number, children) : [],
    timeline: await timelineOf(cx.db, number),
    review:
      incident.review && incident.reviewAt
        ? { ...incident.review, at: incident.reviewAt.toISOString(), by: incident.reviewByName ?? '' }
        : null,
    abilities: abilitiesOf(cx.actor, incident),
  }
}

async function childrenOf(cx: Cx, number: number): Promise<MajorIncident['children']> {
  const rows = await cx.db
    .selectFrom('major.child as c')
    .innerJoin('ticket.ticket as t', 't.number', 'c.ticketNumber')
    .innerJoin('people.person as p', 'p.id', 't.requesterId')
    .select(['t.number', 't.subject', 't.status', 'p.name as requester', 'c.gatheredAt'])
    .where('c.incidentNumber', '=', number)
    .where(visibleTo(cx.actor) as never)
    .orderBy('c.gatheredAt')
    .orderBy('t.number')
    .limit(SHOWN_CHILDREN)
    .execute()
  return rows.map((row) => ({ ...row, gatheredAt: row.gatheredAt.toISOString() }))
}

async function updatesOf(reader: Reader, number: number): Promise<MajorIncident['updates']> {
  const rows = await reader
    .selectFrom('major.update as u')
    .select(['u.id', 'u.text', 'u.public', 'u.byName', 'u.at'])
    .select(sql<number>`(select count(*)::int from major.told d where d.update_id = u.id)`.as('told'))
    .where('u.incidentNumber', '=', number)
    .orderBy('u.id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ byName, at, ...row }) => ({ ...row, by: byName, at: at.toISOString() }))
}

async function suggested(cx: Cx, number: number, children: readonly { number: number }[]) {
  const known = new Set(children.map((child) => child.number))
  const like = (await findSimilar(cx, number, 40)).filter((one) => !known.has(one.number))
  if (like.length === 0) return []
  const rows = await cx.db
    .selectFrom('ticket.ticket as t')
    .select(['t.number', 't.subject'])
    .where(
      't.number',
      'in',
      like.map((one) => one.number),
    )
    .where('t.active', '=', true)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('major.child as c').select('c.ticketNumber').whereRef('c.ticketNumber', '=', 't.number'),
        ),
      ),
    )
    .where(visibleTo(cx.actor) as never)
    .execute()
  const open = new Map(rows.map((row) => [row.number, row]))
  return like.flatMap((one) => open.get(one.number) ?? []).slice(0, SUGGESTED)
}

const told = /^(major|oncall|escalation)\.|^ticket\.(status_changed|priority_set|assigned)$/

/** What happened, from the ticket's facts: as plain as a minute book. */
async function timelineOf(reader: Reader, number: number): Promise<MajorIncident['timeline']> {
  const facts = await reader
    .selectFrom('platform.fact')
    .select(['name', 'at', 'actorKind', 'actorName', 'data'])
    .where('subjectKind', '=', 'ticket')
    .where('subjectId', '=', number)
    .orderBy('id')
    .limit(1000)
    .execute()
  return facts
    .filter((fact) => told.test(fact.name))
    .map(({ name, at, actorKind, actorName, data }) => ({
      at: at.toISOString(),
      by: actorName,
      bySystem: actorKind === 'system',
      what: name === 'major.gathered' && data.gathered === false ? 'major.released' : name,
      words: wordsOf(data),
    }))
}

function wordsOf(data: Record<string, unknown>): string {
  const changes = (data.changes ?? {}) as Record<string, { after: unknown }>
  const changed = changes.status ?? changes.priority
  if (changed) return String(changed.after)
  if (typeof data.other === 'number') return `#${data.other}`
  return String(data.text ?? data.names ?? data.by ?? data.trigger ?? data.to ?? data.title ?? data.reason ?? '')
}

export async function viewAnnouncements(cx: Cx) {
  const { rows } = await sql<{
    number: number
    title: string
    since: Date
    nextUpdateAt: Date | null
    update: { text: string; at: string } | null
  }>`select i.ticket_number as number, i.title, i.declared_at as since, i.next_update_at as "nextUpdateAt",
      (select json_build_object('text', u.text, 'at', u.at) from major.update u
        where u.incident_number = i.ticket_number and u.public order by u.id desc limit 1) as update
    from major.incident i where i.ended_at is null and i.banner order by i.declared_at desc limit 5`.execute(cx.db)
  return {
    items: rows.map(({ since, nextUpdateAt, update, ...row }) => ({
      ...row,
      since: since.toISOString(),
      nextUpdateAt: nextUpdateAt?.toISOString() ?? null,
      update: update && { text: update.text, at: new Date(update.at).toISOString() },
    })),
  }
}
