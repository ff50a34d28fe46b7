import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { vips } from '../../people/server/index.ts'
import type { Opening } from '../../ticket/server/index.ts'
import type { Known } from './known.ts'
import type { TicketView } from './ticket-view.ts'

interface Asked {
  senderAddress: string | null
  mailboxId: number | null
}

/** A ticket that is about to be opened, as rules see it. Asks the database only for what a rule asks about. */
export async function viewOpening(tx: Tx, opening: Opening, known: Known): Promise<TicketView> {
  const { requesterId, organisationId = null } = opening
  const mail = known.asksMail
    ? await askAbout(tx, requesterId, opening.firstWords?.itemId ?? null)
    : { senderAddress: null, mailboxId: null }
  return {
    ...mail,
    vip: (await vips.get(tx)).has(requesterId, organisationId),
    kind: opening.kind ?? 'incident',
    channel: opening.channel,
    priority: opening.priority,
    impact: opening.impact,
    urgency: opening.urgency,
    serviceId: opening.serviceId ?? null,
    categoryId: opening.categoryId ?? null,
    organisationId: opening.organisationId ?? null,
    requesterId: opening.requesterId,
    tags: opening.tags ?? [],
    subject: opening.subject,
    description: opening.firstWords?.text ?? wordsOfHtml(opening.firstWords?.html),
    errorMessage: opening.errorMessage ?? null,
    affectedThing: opening.affectedThing ?? null,
    location: opening.location ?? null,
    answers: opening.customFields ?? {},
  }
}

/** Where a ticket's mail came from; without a mail its sender is the requester. */
async function askAbout(reader: Reader, requesterId: number, itemId: number | null): Promise<Asked> {
  const { rows } = await sql<Asked>`
    select coalesce(i.from_email, a.email::text) as sender_address, i.mailbox_id
      from people.person p
      left join people.person_address a on a.person_id = p.id and a.is_primary
      left join intake.item i on i.id = ${itemId}
     where p.id = ${requesterId}`.execute(reader)
  return rows[0] ?? { senderAddress: null, mailboxId: null }
}

/** Only for finding words in it. */
const wordsOfHtml = (html: string | undefined) => html?.slice(0, 100_000).replace(/<[^>]{0,2000}>/g, ' ') ?? ''
