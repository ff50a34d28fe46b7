import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import { canSend } from '../../../platform/mail/index.ts'
import type { MailDoor } from '../contract/doors.ts'
import { told } from './imap/explain-trouble.ts'
import type { DoorTable } from './imap/tables.ts'

type Door = Omit<DoorTable, 'details' | 'backlog'> & {
  details: Record<string, string | number | boolean>
  backlog: number
}

/** A listener says every half minute that it lives. */
const SILENT_MS = 120_000

/** Each way of mail into and out of the desk, and how it is. */
export async function viewDoors(cx: Cx): Promise<{ items: MailDoor[]; nextCursor: null }> {
  const [doors, arrivals, accounts, filing, outgoing] = await Promise.all([
    cx.db.selectFrom('intake.door').selectAll().orderBy('name').execute() as unknown as Promise<Door[]>,
    arrivalsOf(cx),
    accountsOf(cx),
    filingOf(cx),
    outgoingOf(cx),
  ])
  const listeners = doors.filter((door) => door.name.startsWith('smtp:'))
  const items = [
    ...(listeners.length > 0 ? listeners : [undefined]).map((door) =>
      listener(cx, door, arrivals.smtp ?? null, filing.smtp),
    ),
    ...accounts.map((account) => {
      const door = doors.find((one) => one.name === `imap:${account.mailboxId}`)
      return collected(account, door, filing.imap)
    }),
    simple('http', arrivals.api ?? null, filing.api),
    simple('pipe', arrivals.pipe ?? null, filing.pipe),
    outgoing,
  ]
  return { items, nextCursor: null }
}

const nothing = {
  place: null,
  mailbox: null,
  tls: null,
  stateAt: null,
  lastMessageAt: null,
  waiting: 0,
  lagSeconds: 0,
  trouble: null,
  troubleAt: null,
} as const

interface Filing {
  waiting: number
  lagSeconds: number
}

function listener(cx: Cx, door: Door | undefined, last: Date | null, filing: Filing | undefined): MailDoor {
  const lastMessageAt = last?.toISOString() ?? null
  if (!door) return { ...nothing, ...filing, lastMessageAt, name: 'smtp', kind: 'smtp', state: 'off' }
  const silent = door.state !== 'stopped' && cx.now.getTime() - door.seenAt.getTime() > SILENT_MS
  return {
    ...nothing,
    ...filing,
    ...troubleIn(door),
    name: door.name,
    kind: 'smtp',
    state: silent ? 'stopped' : door.state,
    stateAt: (silent ? door.seenAt : door.stateAt).toISOString(),
    place: String(door.details.place ?? ''),
    tls: door.details.tls === true,
    lastMessageAt,
  }
}

interface CollectedAccount {
  mailboxId: number
  address: string
  active: boolean
  host: string
  port: number
  username: string
  folder: string
  security: string
}

function collected(account: CollectedAccount, door: Door | undefined, filing: Filing | undefined): MailDoor {
  return {
    ...nothing,
    ...(door ? troubleIn(door) : {}),
    name: `imap:${account.mailboxId}`,
    kind: 'imap',
    state: account.active ? (door?.state === 'stopped' ? 'waiting' : (door?.state ?? 'waiting')) : 'off',
    stateAt: door?.stateAt.toISOString() ?? null,
    place: `${account.username} · ${account.folder} · ${account.host}:${account.port}`,
    mailbox: { id: account.mailboxId, address: account.address },
    tls: account.security !== 'none',
    lastMessageAt: door?.lastMessageAt?.toISOString() ?? null,
    waiting: door?.backlog ?? 0,
    lagSeconds: filing?.lagSeconds ?? 0,
  }
}

function simple(kind: 'http' | 'pipe', last: Date | null, filing: Filing | undefined): MailDoor {
  const state = last ? 'connected' : 'unused'
  return { ...nothing, ...filing, name: kind, kind, state, lastMessageAt: last?.toISOString() ?? null }
}

function troubleIn(door: Door): Pick<MailDoor, 'trouble' | 'troubleAt'> {
  if (!door.trouble || !door.troubleAt) return { trouble: null, troubleAt: null }
  return { trouble: told(door.trouble, door.troubleDetail ?? ''), troubleAt: door.troubleAt.toISOString() }
}

/** The last message of each door; one look into the index for each. */
async function arrivalsOf(cx: Cx): Promise<Record<string, Date | undefined>> {
  const { rows } = await sql<{ door: string; at: Date }>`
    select d.door, r.received_at as at from unnest(array['smtp', 'api', 'pipe']) d(door)
    cross join lateral (select received_at from intake.raw_message where door = d.door order by id desc limit 1) r`.execute(
    cx.db,
  )
  return Object.fromEntries(rows.map((row) => [row.door, row.at]))
}

/** What is stored and not yet filed, by door. */
async function filingOf(cx: Cx): Promise<Record<string, Filing | undefined>> {
  const { rows } = await sql<{ door: string; waiting: number; since: Date }>`
    select r.door, count(*)::int as waiting, min(i.received_at) as since
    from intake.item i join intake.raw_message r on r.id = i.raw_id where i.state = 'received' group by r.door`.execute(
    cx.db,
  )
  const age = (since: Date) => Math.max(0, Math.round((cx.now.getTime() - since.getTime()) / 1000))
  return Object.fromEntries(rows.map((row) => [row.door, { waiting: row.waiting, lagSeconds: age(row.since) }]))
}

function accountsOf(cx: Cx): Promise<CollectedAccount[]> {
  return cx.db
    .selectFrom('intake.imapAccount as a')
    .innerJoin('intake.mailbox as m', 'm.id', 'a.mailboxId')
    .select(['a.mailboxId', 'm.address', 'a.host', 'a.port', 'a.username', 'a.folder', 'a.security'])
    .select(sql<boolean>`a.active and m.active`.as('active'))
    .orderBy('m.address')
    .execute()
}

/**
 * Sending fails when a server does not take any mail. That one recipient's server refuses one, or asks to come back later, is
 * told on its message and in the outbox.
 */
async function outgoingOf(cx: Cx): Promise<MailDoor> {
  const sends = await canSend(cx.db)
  const { rows } = await sql<{
    waiting: number
    since: Date | null
    sentAt: Date | null
    pausedAt: Date | null
    error: string | null
    failingSince: Date | null
  }>`
    select
      (select count(*)::int from platform.outbox where state in ('queued', 'sending', 'held')) as waiting,
      (select min(next_attempt_at) from platform.outbox where state in ('queued', 'sending')) as since,
      (select state_at from platform.outbox where state = 'sent' order by id desc limit 1) as "sentAt",
      (select paused_at from platform.mail_pause where sender_id is null) as "pausedAt",
      t.error, t.since as "failingSince"
    from (select 1) one
    left join lateral (select error, since from platform.mail_trouble order by since limit 1) t on true`.execute(cx.db)
  const { waiting = 0, since = null, sentAt = null, pausedAt = null, error = null, failingSince = null } = rows[0] ?? {}
  return {
    ...nothing,
    name: 'outgoing',
    kind: 'outgoing',
    state: !sends ? 'off' : pausedAt ? 'paused' : error !== null ? 'failed' : sentAt ? 'connected' : 'unused',
    stateAt: pausedAt?.toISOString() ?? null,
    lastMessageAt: sentAt?.toISOString() ?? null,
    waiting,
    lagSeconds: since && sends ? Math.max(0, Math.round((cx.now.getTime() - since.getTime()) / 1000)) : 0,
    trouble: error === null ? null : told('server', error),
    troubleAt: failingSince?.toISOString() ?? null,
  }
}
