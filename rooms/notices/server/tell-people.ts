import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import type { ToldFact } from '../../../platform/facts/index.ts'
import { actorsOfPersons } from '../../people/server/index.ts'
import { type Standing, standingsTo, type TicketRecord, unsafeTicket } from '../../ticket/server/index.ts'
import { type NoticeKind, requesterKinds, type Ways } from '../contract/shapes.ts'
import type { Telling } from './audience.ts'
import { afterQuiet } from './hours.ts'
import { nudge } from './nudge.ts'
import { reachableBy, type Wishes, wishesOf } from './preferences.ts'

/** What happens on one ticket within this time is one line of the bell, unless it was seen meanwhile. */
const FOLD_MS = 15 * 60_000
/** A mail waits a moment: whoever is at the desk sees the bell, and several events are one mail. */
const MAIL_REST_MS = 2 * 60_000
/** A device does not ring more often than this for one ticket. */
const PUSH_REST_MS = 60_000

/** Writes down what people are told of a fact: once for each, never of what they did themselves or may not see. */
export async function tellPeople(
  tx: Tx,
  fact: ToldFact,
  ticket: TicketRecord,
  tellings: readonly Telling[],
): Promise<void> {
  const first = new Map<number, Telling>()
  for (const telling of tellings) {
    if (telling.personId !== fact.actorId && !first.has(telling.personId)) first.set(telling.personId, telling)
  }
  const ids = [...first.keys()]
  const wishes = await wishesOf(tx, ids)
  const standings = await standingsTo(tx, ticket, await actorsOfPersons(tx, ids))
  // Always in the same order, so that two jobs never wait for each other.
  for (const [personId, telling] of [...first].sort(([a], [b]) => a - b)) {
    const wish = wishes.get(personId)
    if (!wish) continue
    const ways = reachableBy(wish, telling.kind)
    if (telling.data.mailed) ways.mail = false
    if (!(ways.bell || ways.mail || ways.push)) continue
    if (fits(telling.kind, standings.get(personId))) await keep(tx, fact, ticket.number, telling, { wish, ways })
  }
}

/** In the role the kind is for: notices about work are for those who work on the ticket. */
const fits = (kind: NoticeKind, standing: Standing | undefined): boolean =>
  standing === ((requesterKinds as readonly string[]).includes(kind) ? 'requester' : 'staff')

/** Whether somebody sees the ticket now, in the role the kind is for. */
export async function mayKnow(
  tx: Tx,
  ticketNumber: number,
  { personId, kind }: { personId: number; kind: NoticeKind },
): Promise<boolean> {
  const ticket = await unsafeTicket(tx, ticketNumber)
  if (!ticket) return false
  const standings = await standingsTo(tx, ticket, await actorsOfPersons(tx, [personId]))
  return fits(kind, standings.get(personId))
}

async function keep(
  tx: Tx,
  fact: ToldFact,
  ticketNumber: number,
  { personId, kind, data: { mailed: _, ...data } }: Telling,
  { wish, ways }: { wish: Wishes; ways: Ways },
): Promise<void> {
  // Facts of one ticket are told by jobs that run at once; for each person they fold one after the other.
  await sql`select pg_advisory_xact_lock(${personId}::int, ${ticketNumber % 2_000_000_000}::int)`.execute(tx)
  const open = await tx
    .selectFrom('notices.notice')
    .select(['id', 'bell', 'mailAt', 'pushAt', 'mailedAt', 'pushedAt'])
    .where('personId', '=', personId)
    .where('ticketNumber', '=', ticketNumber)
    .where('seenAt', 'is', null)
    .where('at', '>', new Date(tx.now.getTime() - FOLD_MS))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const later = (at: number) => afterQuiet(new Date(Math.max(at, tx.now.getTime())), wish.quiet, wish.timeZone)
  const now = tx.now.getTime()
  const each = ways.mail && wish.mail === 'each'
  const mailAt = each ? (open?.mailAt ?? later(Math.max(now + MAIL_REST_MS, after(open?.mailedAt, FOLD_MS)))) : null
  const pushAt = ways.push ? (open?.pushAt ?? later(after(open?.pushedAt, PUSH_REST_MS))) : null
  const noticeId = open?.id ?? (await newNotice(tx, personId, ticketNumber, fact.at))
  const entry = await tx
    .insertInto('notices.entry')
    .values({
      noticeId,
      personId,
      factId: fact.id,
      kind,
      actorName: fact.actorKind === 'system' ? '' : fact.actorName,
      data: sql`${JSON.stringify(data)}::jsonb`,
      at: fact.at,
      mail: ways.mail ? (wish.mail === 'digest' ? 'digest' : 'each') : null,
      push: ways.push,
      mailedAt: null,
    })
    .onConflict((conflict) => conflict.columns(['personId', 'factId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!entry) {
    // The job ran again: what it has just begun is taken back.
    if (!open) await tx.deleteFrom('notices.notice').where('id', '=', noticeId).execute()
    return
  }
  await tx
    .updateTable('notices.notice')
    .set({
      at: fact.at,
      bell: (open?.bell ?? false) || ways.bell,
      mailAt: mailAt ?? open?.mailAt ?? null,
      pushAt: pushAt ?? open?.pushAt ?? null,
    })
    .where('id', '=', noticeId)
    .execute()
  if (ways.bell) nudge(tx, personId)
}

const after = (at: Date | null | undefined, ms: number) => (at ? at.getTime() + ms : 0)

async function newNotice(tx: Tx, personId: number, ticketNumber: number, at: Date): Promise<number> {
  const { id } = await tx
    .insertInto('notices.notice')
    .values({
      personId,
      ticketNumber,
      firstAt: at,
      at,
      seenAt: null,
      bell: false,
      mailAt: null,
      pushAt: null,
      mailedAt: null,
      pushedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
