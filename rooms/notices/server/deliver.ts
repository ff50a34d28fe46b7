import { alarm } from '../../../platform/alarms/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { queuePush } from '../../../platform/push/index.ts'
import { localeOf } from '../../people/server/index.ts'
import { mailNotices } from './mail-notices.ts'
import { mayKnow } from './tell-people.ts'
import { wordsFor } from './words.ts'

const MOST = 30

/** A notice is mailed unless it was seen by then; in one mail whatever else has happened on the ticket. */
export const mailNotice = alarm(
  'mail a notice',
  { table: 'notices.notice', key: 'id', at: 'mail_at' },
  async (tx, id) => {
    const notice = await held(tx, id)
    if (!notice) return
    await tx.updateTable('notices.notice').set({ mailAt: null }).where('id', '=', id).execute()
    const entries = notice.seenAt ? [] : await entriesOf(tx, id, 'mail')
    const newest = entries.at(-1)
    if (!newest || !(await mayKnow(tx, notice.ticketNumber, { personId: notice.personId, kind: newest.kind }))) return
    await mailNotices(tx, notice.personId, [{ ticketNumber: notice.ticketNumber, entries }], 'each')
    await tx.updateTable('notices.notice').set({ mailedAt: tx.now }).where('id', '=', id).execute()
  },
)

export const pushNotice = alarm(
  'push a notice',
  { table: 'notices.notice', key: 'id', at: 'push_at' },
  async (tx, id) => {
    const notice = await held(tx, id)
    if (!notice) return
    await tx.updateTable('notices.notice').set({ pushAt: null }).where('id', '=', id).execute()
    const newest = notice.seenAt ? undefined : (await entriesOf(tx, id, 'push')).at(-1)
    if (!newest || !(await mayKnow(tx, notice.ticketNumber, { personId: notice.personId, kind: newest.kind }))) return
    const { language } = await localeOf(tx, notice.personId)
    const asked = newest.kind === 'answered' || newest.kind === 'your_status'
    const sent = await queuePush(tx, [notice.personId], {
      title: `#${notice.ticketNumber} ${notice.subject}`,
      body: wordsFor(language, newest),
      url: `${asked ? '' : '/desk'}/tickets/${notice.ticketNumber}`,
      tag: `ticket-${notice.ticketNumber}`,
    })
    if (sent > 0) await tx.updateTable('notices.notice').set({ pushedAt: tx.now }).where('id', '=', id).execute()
  },
)

async function held(tx: Tx, id: number) {
  return tx
    .selectFrom('notices.notice as n')
    .innerJoin('ticket.ticket as t', 't.number', 'n.ticketNumber')
    .select(['n.personId', 'n.ticketNumber', 'n.seenAt', 't.subject'])
    .where('n.id', '=', id)
    .forUpdate('n')
    .executeTakeFirst()
}

async function entriesOf(tx: Tx, noticeId: number, way: 'mail' | 'push') {
  const query = tx
    .selectFrom('notices.entry')
    .select(['id', 'kind', 'actorName', 'data', 'at'])
    .where('noticeId', '=', noticeId)
    .orderBy('id', 'desc')
    .limit(MOST)
  const rows = await (way === 'mail'
    ? query.where('mail', '=', 'each').where('mailedAt', 'is', null)
    : query.where('push', '=', true)
  ).execute()
  return rows.reverse()
}
