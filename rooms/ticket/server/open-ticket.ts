import { insertRow, keysAhead, type Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { matrix, priorityOf } from '../../catalog/server/index.ts'
import { ticketOpened } from '../contract/facts.ts'
import type { Channel, Kind, Priority } from '../contract/shapes.ts'
import type { TicketRecord } from './queries.ts'
import { insertWatchers, replaceAffected } from './writes.ts'

/** The words a ticket is opened with. The conversation keeps them as its first message; facts do not repeat them. */
export interface FirstWords {
  text?: string
  html?: string
  /** What was cut off as quoted history, in an e-mail. */
  quotedText?: string
  quotedHtml?: string
  files?: readonly { fileId: number; contentId?: string | null; inline?: boolean }[]
  /** Where the words came from: the intake item of an e-mail, and its Message-ID. */
  itemId?: number
  mailMessageId?: string | null
  /** Message-IDs that the e-mail refers to. */
  refersTo?: readonly string[]
  /** Who wrote them, where that is not the reporter: an e-mail was passed on. */
  author?: { id: number | null; name: string }
  automatic?: boolean
  sentAt?: Date | null
  /** The closed ticket that they answered. */
  followsUp?: number
  /** The reporter's name, where it is known already. */
  authorName?: string
}

/** Whether there is anything to keep as a first message. */
export const hasWords = (words: FirstWords): boolean =>
  Boolean(words.text?.trim() || words.html?.trim() || words.files?.length)

export interface NewTicket {
  kind?: Kind | undefined
  subject: string
  channel: Channel
  requesterId: number
  reporterId: number
  organisationId?: number | null | undefined
  teamId?: number | null | undefined
  /** Who says so. What the opener and an earlier ticket say stands; the others are only where it goes by default. */
  teamFrom?: 'opener' | 'ticket' | 'service' | 'mailbox' | undefined
  assigneeId?: number | null | undefined
  serviceId?: number | null | undefined
  categoryId?: number | null | undefined
  impact?: number | undefined
  urgency?: number | undefined
  affectedThing?: string | null | undefined
  affectedPersonIds?: readonly number[] | undefined
  location?: string | null | undefined
  errorMessage?: string | null | undefined
  customFields?: Record<string, unknown> | undefined
  tags?: readonly string[] | undefined
  estimatedAt?: Date | null | undefined
  watcherIds?: readonly number[] | undefined
  firstWords?: FirstWords
}

/** What a ticket that is about to be opened looks like to whoever says where it goes. */
export type Opening = Readonly<NewTicket> & { impact: number; urgency: number; priority: Priority }

export interface Advice {
  /** Left out: as it was asked for. */
  teamId?: number | null
  assigneeId?: number | null
  /** On top of those that were asked for. */
  tags?: readonly string[]
  /** Called when the ticket is there and told, to keep why. */
  settled?: (tx: Tx, ticket: TicketRecord) => Promise<void>
}

type Adviser = (tx: Tx, opening: Opening) => Promise<Advice>

let adviser: Adviser | undefined

/**
 * A room on the right says who says where new tickets go. Asked before the row is written, so that it is written once:
 * moving it afterwards would double what opening a ticket costs.
 */
export function adviseOnOpening(next: Adviser): void {
  adviser = next
}

/** Of the ticket, of what is told first and of its first words. */
const ticketKeys = ['ticket.ticket.number', 'platform.fact.id', 'conversation.message.id', 'platform.fact.id'] as const

/**
 * Command: opens a ticket whose parts are already checked, where the rooms that may say so want it, and tells
 * `ticket.opened` with the first words enclosed.
 */
export async function openTicket(tx: Tx, fresh: NewTicket): Promise<TicketRecord> {
  const impact = fresh.impact ?? 3
  const urgency = fresh.urgency ?? 2
  const priority = priorityOf(await matrix(tx), impact, urgency)
  const advice = (await adviser?.(tx, { ...fresh, impact, urgency, priority })) ?? {}
  keysAhead(tx, ticketKeys)
  const tags = [...new Set([...(fresh.tags ?? []), ...(advice.tags ?? [])])]
  const customFields = fresh.customFields ?? {}
  const values = {
    kind: fresh.kind ?? 'incident',
    status: 'new' as const,
    statusSince: tx.now,
    waitingUntil: null,
    subject: fresh.subject.trim().slice(0, 500),
    channel: fresh.channel,
    requesterId: fresh.requesterId,
    reporterId: fresh.reporterId,
    organisationId: fresh.organisationId ?? null,
    teamId: (advice.teamId === undefined ? fresh.teamId : advice.teamId) ?? null,
    assigneeId: (advice.assigneeId === undefined ? fresh.assigneeId : advice.assigneeId) ?? null,
    serviceId: fresh.serviceId ?? null,
    categoryId: fresh.categoryId ?? null,
    impact,
    urgency,
    priority,
    affectedThing: fresh.affectedThing ?? null,
    location: fresh.location ?? null,
    errorMessage: fresh.errorMessage ?? null,
    tags,
    estimatedAt: fresh.estimatedAt ?? null,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  }
  const written = { ...values, customFields: JSON.stringify(customFields) }
  const ticket = { ...values, customFields, ...(await insertRow(tx, 'ticket.ticket', written, ['number'])) }
  const affectedPersonIds = [...new Set(fresh.affectedPersonIds ?? [])]
  if (affectedPersonIds.length > 0) await replaceAffected(tx, ticket.number, affectedPersonIds)
  const watcherIds = await insertWatchers(tx, ticket.number, [...new Set(fresh.watcherIds ?? [])])
  const state = { ...stateOf(ticket), affectedPersonIds }
  await tell(tx, ticketOpened, ticket.number, { channel: ticket.channel, state, watcherIds }, fresh.firstWords ?? {})
  await advice.settled?.(tx, ticket)
  return ticket
}

/** A ticket's row as facts write it down. */
export function stateOf(ticket: TicketRecord) {
  return {
    kind: ticket.kind,
    status: ticket.status,
    waitingUntil: ticket.waitingUntil?.toISOString() ?? null,
    subject: ticket.subject,
    requesterId: ticket.requesterId,
    reporterId: ticket.reporterId,
    organisationId: ticket.organisationId,
    teamId: ticket.teamId,
    assigneeId: ticket.assigneeId,
    serviceId: ticket.serviceId,
    categoryId: ticket.categoryId,
    impact: ticket.impact,
    urgency: ticket.urgency,
    priority: ticket.priority,
    affectedThing: ticket.affectedThing,
    location: ticket.location,
    errorMessage: ticket.errorMessage,
    customFields: ticket.customFields,
    tags: ticket.tags,
    estimatedAt: ticket.estimatedAt?.toISOString() ?? null,
  }
}
