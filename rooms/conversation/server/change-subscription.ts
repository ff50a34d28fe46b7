import type { Static } from 'typebox'
import { actAs, type Cx, nameOnly } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { letWatch, survivorOf, unsafeTicket, unwatch } from '../../ticket/server/index.ts'
import type { MailSubscription } from '../contract/http.ts'
import { stopLinkNotFound } from './errors.ts'
import { readStopToken } from './stop-link.ts'

interface Subscriber {
  number: number
  subject: string
  organisationName: string
  id: number
  name: string
  follows: boolean
  stopped: boolean
}

/** What the link below a mail leads to. Reading it changes nothing. */
export async function viewSubscription(reader: Reader, token: string): Promise<Static<typeof MailSubscription>> {
  const { number, subject, organisationName, follows, stopped } = await subscriberOf(reader, token)
  return { number, subject, organisationName, follows, mayFollow: stopped }
}

/**
 * Somebody in copy ends the mails about a ticket, or has them again. Who holds the link got such a mail; only who ended
 * them themself may come back by it, and not who was taken out by the desk.
 */
export async function changeSubscription(cx: Cx, token: string, follows: boolean) {
  return cx.tx(async (tx) => {
    const named = await subscriberOf(tx, token)
    await unsafeTicket(tx, named.number, true)
    // Read again under the lock: two clicks at once are one.
    const now = await subscriberOf(tx, token)
    await actAs(tx, nameOnly(now), () => (follows ? followAgain(tx, now) : stop(tx, now)))
    return viewSubscription(tx, token)
  })
}

async function stop(tx: Tx, { number, id }: Subscriber): Promise<void> {
  if (!(await unwatch(tx, number, id, { byLink: true }))) return
  await tx
    .insertInto('conversation.mailStopped')
    .values({ ticketNumber: number, personId: id, stoppedAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function followAgain(tx: Tx, { number, id, stopped }: Subscriber): Promise<void> {
  if (!stopped) return
  await forgetStops(tx, number, [id])
  await letWatch(tx, number, [id], { byLink: true })
}

async function subscriberOf(reader: Reader, token: string): Promise<Subscriber> {
  const link = await readStopToken(reader, token)
  if (!link) throw stopLinkNotFound()
  // What was merged goes on in another ticket, and so do its mails.
  const number = (await survivorOf(reader, link.ticketNumber)) ?? link.ticketNumber
  const found = await reader
    .selectFrom('ticket.ticket as t')
    .innerJoin('people.person as p', (join) => join.on('p.id', '=', link.personId))
    .innerJoin('people.desk as d', (join) => join.onTrue())
    .leftJoin('ticket.watcher as w', (join) =>
      join.onRef('w.ticketNumber', '=', 't.number').onRef('w.personId', '=', 'p.id'),
    )
    .leftJoin('conversation.mailStopped as s', (join) =>
      join.onRef('s.ticketNumber', '=', 't.number').onRef('s.personId', '=', 'p.id'),
    )
    .select(['t.number', 't.subject', 'd.organisationName', 'p.id', 'p.name', 'w.personId as follower', 's.stoppedAt'])
    .where('t.number', '=', number)
    .executeTakeFirst()
  if (!found) throw stopLinkNotFound()
  const { follower, stoppedAt, ...about } = found
  return { ...about, follows: follower !== null, stopped: stoppedAt !== null }
}

/** They write on the ticket themselves, or the desk writes to them on purpose, so mails reach them again. */
export async function forgetStops(tx: Tx, ticketNumber: number, personIds: readonly number[]): Promise<void> {
  if (personIds.length === 0) return
  await tx
    .deleteFrom('conversation.mailStopped')
    .where('ticketNumber', '=', ticketNumber)
    .where('personId', 'in', [...personIds])
    .execute()
}

/** Of those whom a mail names in To and Cc, the ones who have not asked to be left out. */
export async function whoDidNotStop(tx: Tx, ticketNumber: number, personIds: readonly number[]): Promise<number[]> {
  if (personIds.length === 0) return []
  const stopped = await tx
    .selectFrom('conversation.mailStopped')
    .select('personId')
    .where('ticketNumber', '=', ticketNumber)
    .where('personId', 'in', [...personIds])
    .execute()
  const left = new Set(stopped.map((one) => one.personId))
  return personIds.filter((id) => !left.has(id))
}
