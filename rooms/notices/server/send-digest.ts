import { alarm } from '../../../platform/alarms/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { nextTimeOfDay } from './hours.ts'
import { type MailEntry, mailNotices } from './mail-notices.ts'
import { wishesOf } from './preferences.ts'
import { mayKnow } from './tell-people.ts'

const MOST_ENTRIES = 500
const MOST_TICKETS = 60

/** Once a day, where the person is: all that was kept for the digest and is not on a ticket they may no longer see. */
export const sendDigest = alarm(
  'send the digest of a day',
  { table: 'notices.preference', key: 'person_id', at: 'next_digest_at' },
  async (tx, personId) => {
    const wish = (await wishesOf(tx, [personId])).get(personId)
    const next = wish?.mail === 'digest' ? nextTimeOfDay(tx.now, wish.digestAt, wish.timeZone) : null
    await tx.updateTable('notices.preference').set({ nextDigestAt: next }).where('personId', '=', personId).execute()
    if (!wish) return
    const tickets = await keptFor(tx, personId)
    const shown: typeof tickets = []
    for (const one of tickets.slice(0, MOST_TICKETS)) {
      const newest = one.entries.at(-1)
      if (newest && (await mayKnow(tx, one.ticketNumber, { personId, kind: newest.kind }))) shown.push(one)
    }
    await mailNotices(tx, personId, shown, 'digest')
    // What was left out is not kept for ever.
    await tx
      .updateTable('notices.entry')
      .set({ mailedAt: tx.now })
      .where('personId', '=', personId)
      .where('mail', '=', 'digest')
      .where('mailedAt', 'is', null)
      .execute()
  },
)

async function keptFor(tx: Tx, personId: number): Promise<{ ticketNumber: number; entries: MailEntry[] }[]> {
  const rows = await tx
    .selectFrom('notices.entry as e')
    .innerJoin('notices.notice as n', 'n.id', 'e.noticeId')
    .select(['e.id', 'e.kind', 'e.actorName', 'e.data', 'n.ticketNumber'])
    .where('e.personId', '=', personId)
    .where('e.mail', '=', 'digest')
    .where('e.mailedAt', 'is', null)
    .orderBy('e.id')
    .limit(MOST_ENTRIES)
    .execute()
  const byTicket = new Map<number, MailEntry[]>()
  for (const { ticketNumber, ...entry } of rows)
    byTicket.set(ticketNumber, [...(byTicket.get(ticketNumber) ?? []), entry])
  return [...byTicket].map(([ticketNumber, entries]) => ({ ticketNumber, entries }))
}
