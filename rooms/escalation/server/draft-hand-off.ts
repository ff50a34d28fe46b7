import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { personCards } from '../../people/server/index.ts'
import { type TicketRecord, ticketFor } from '../../ticket/server/index.ts'
import type { HandOffDraft } from '../contract/shapes.ts'
import { cards } from './present-escalation.ts'

const MOST_TRIED = 6
const MOST_FILES = 12

/** A hand-off as far as the ticket tells it already, so that writing one takes a minute. */
export async function draftHandOff(cx: Cx, number: number): Promise<HandOffDraft> {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'note')
  const [first, tried, fileIds, affected] = await Promise.all([
    firstWords(cx.db, number),
    whatWasDone(cx.db, number),
    ticketFiles(cx.db, number),
    affectedWords(cx.db, ticket),
  ])
  return {
    problem: [ticket.subject, first].filter(Boolean).join('\n\n').slice(0, 8000),
    attempts: tried.map((text) => ({ tried: text, outcome: '' })),
    evidence: ticket.errorMessage ?? '',
    files: await cards(cx.db, fileIds),
    affected,
    suspicion: '',
  }
}

async function firstWords(reader: Reader, number: number): Promise<string> {
  const row = await reader
    .selectFrom('conversation.message')
    .select('text')
    .where('ticketNumber', '=', number)
    .where('kind', '=', 'reply')
    .where('direction', '=', 'in')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.text.trim() ?? ''
}

/** Notes say what was tried; the newest few, in the order they were written. */
async function whatWasDone(reader: Reader, number: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('conversation.message')
    .select('text')
    .where('ticketNumber', '=', number)
    .where('kind', '=', 'note')
    .where('automatic', '=', false)
    .orderBy('id', 'desc')
    .limit(MOST_TRIED)
    .execute()
  return rows
    .map((row) => row.text.trim().slice(0, 2000))
    .filter(Boolean)
    .toReversed()
}

async function ticketFiles(reader: Reader, number: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('conversation.attachment as a')
    .innerJoin('conversation.message as m', 'm.id', 'a.messageId')
    .select('a.fileId')
    .where('m.ticketNumber', '=', number)
    .where('a.inline', '=', false)
    .orderBy('a.messageId', 'desc')
    .orderBy('a.position')
    .limit(MOST_FILES)
    .execute()
  return [...new Set(rows.map((row) => row.fileId))]
}

async function affectedWords(reader: Reader, ticket: TicketRecord): Promise<string> {
  const others = await reader
    .selectFrom('ticket.affectedPerson')
    .select('personId')
    .where('ticketNumber', '=', ticket.number)
    .orderBy('personId')
    .limit(50)
    .execute()
  const ids = [ticket.requesterId, ...others.map((row) => row.personId)]
  const people = await personCards(reader, ids)
  const names = [...new Set(ids)].flatMap((id) => {
    const card = people.get(id)
    if (!card) return []
    return [[card.name + (card.vip ? ' (VIP)' : ''), card.organisation?.name].filter(Boolean).join(', ')]
  })
  return [names.join('; '), ticket.affectedThing, ticket.location].filter(Boolean).join('\n')
}
