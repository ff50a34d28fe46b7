import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import { firstWordsOf, type TicketRecord } from '../../ticket/server/index.ts'
import type { TicketView } from './ticket-view.ts'

type Seen = Pick<
  TicketRecord,
  | 'number'
  | 'kind'
  | 'channel'
  | 'priority'
  | 'impact'
  | 'urgency'
  | 'serviceId'
  | 'categoryId'
  | 'organisationId'
  | 'requesterId'
  | 'tags'
  | 'subject'
  | 'errorMessage'
  | 'affectedThing'
  | 'location'
  | 'customFields'
>

/** Tickets that are there already, as rules see them; two questions, however many they are. */
export async function viewTickets(reader: Reader, tickets: readonly Seen[]): Promise<Map<number, TicketView>> {
  const words = await firstWordsOf(
    reader,
    tickets.map((ticket) => ticket.number),
  )
  const asked = await askAbout(
    reader,
    tickets.map(({ number, requesterId, organisationId }) => ({
      number,
      requesterId,
      organisationId,
      itemId: words.get(number)?.itemId ?? null,
    })),
  )
  return new Map(
    tickets.map(({ number, customFields, ...ticket }) => [
      number,
      {
        ...ticket,
        ...(asked.get(number) ?? { vip: false, senderAddress: null, mailboxId: null }),
        description: words.get(number)?.text ?? '',
        answers: customFields,
      },
    ]),
  )
}

interface Question {
  number: number
  requesterId: number
  organisationId: number | null
  itemId: number | null
}

async function askAbout(reader: Reader, questions: readonly Question[]) {
  const { rows } = await sql<{ number: number; vip: boolean; senderAddress: string | null; mailboxId: number | null }>`
    select q.number, p.vip or coalesce(o.vip, false) as vip, coalesce(i.from_email, a.email::text) as sender_address,
           i.mailbox_id
      from unnest(${questions.map((q) => q.number)}::bigint[], ${questions.map((q) => q.requesterId)}::bigint[],
        ${questions.map((q) => q.organisationId)}::bigint[], ${questions.map((q) => q.itemId)}::bigint[])
        as q (number, requester_id, organisation_id, item_id)
      join people.person p on p.id = q.requester_id
      left join people.organisation o on o.id = q.organisation_id
      left join people.person_address a on a.person_id = p.id and a.is_primary
      left join intake.item i on i.id = q.item_id`.execute(reader)
  return new Map(rows.map(({ number, ...rest }) => [number, rest]))
}
