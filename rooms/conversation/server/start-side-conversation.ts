import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { changeStatus, type HeldTicket, ticketFor } from '../../ticket/server/index.ts'
import { sideConversationStarted } from '../contract/facts.ts'
import type { SideConversation, StartSideConversation, WriteSideMessage } from '../contract/side-shapes.ts'
import { addSideMessage } from './add-side-message.ts'
import { emptyMessage, tooManySideConversations } from './errors.ts'
import type { SideRecord } from './find-side-conversation.ts'
import { filesOnTicket, forwardMessages } from './forward-messages.ts'
import { sendSideMessage } from './send-side-message.ts'
import { sideConversationFor, viewSideConversation } from './view-side-conversations.ts'

type Start = Static<typeof StartSideConversation>
type Write = Static<typeof WriteSideMessage>

const MOST = 50

/** Asks somebody outside about a ticket, with chosen messages and files of it. */
export async function startSideConversation(cx: Cx, number: number, body: Start): Promise<SideConversation> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'note', { lock: true })
    await assertRoom(tx, number)
    const participants = distinct(body.to)
    const side = (await tx
      .insertInto('conversation.sideConversation')
      .values({
        ticketNumber: number,
        subject: (body.subject ?? ticket.subject).trim(),
        participants: json(participants),
        state: 'open',
        startedAt: tx.now,
        startedBy: tx.actor.id,
        startedByName: tx.actor.name,
        changedAt: tx.now,
      })
      .returning(['id', 'ticketNumber', 'subject', 'state', 'participants'])
      .executeTakeFirstOrThrow()) as SideRecord
    await tell(tx, sideConversationStarted, number, { sideId: side.id, to: participants.map((one) => one.email) })
    const forwarded = await forwardMessages(tx, ticket, body.messages ?? [], tx.actor.language ?? 'en')
    await write(tx, ticket, side, body, forwarded)
    return viewSideConversation(tx, side.id, cx.actor)
  })
}

/** Writes again to those a side conversation is with; a closed one is open again by that. */
export async function writeSideMessage(cx: Cx, number: number, id: number, body: Write): Promise<SideConversation> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'note', { lock: true })
    const side = await sideConversationFor(tx, number, id)
    const participants = body.to ? distinct(body.to) : side.participants
    await tx
      .updateTable('conversation.sideConversation')
      .set({ state: 'open', participants: json(participants), changedAt: tx.now })
      .where('id', '=', id)
      .execute()
    await write(tx, ticket, { ...side, participants }, body, { html: null, text: null, files: [] })
    return viewSideConversation(tx, id, cx.actor)
  })
}

interface Forwarded {
  html: string | null
  text: string | null
  /** Images that stand in what is forwarded. */
  files: readonly number[]
}

async function write(tx: Tx, ticket: HeldTicket, side: SideRecord, body: Start | Write, forwarded: Forwarded) {
  const attachments = [...new Set(body.attachments ?? [])]
  if (!body.text?.trim() && !body.html?.trim() && attachments.length === 0 && !forwarded.html) {
    throw emptyMessage(undefined, { field: 'body.text' })
  }
  await filesOnTicket(tx, ticket.number, attachments)
  const files = [
    ...attachments.map((fileId) => ({ fileId })),
    ...forwarded.files.filter((id) => !attachments.includes(id)).map((fileId) => ({ fileId, inline: true })),
  ]
  const message = await addSideMessage(tx, side, {
    direction: 'out',
    author: { id: tx.actor.id, name: tx.actor.name, email: tx.actor.email ?? null },
    text: body.text,
    html: body.html,
    quotedText: forwarded.text,
    quotedHtml: forwarded.html,
    files,
  })
  await sendSideMessage(tx, side, { ...message, quoted: forwarded, files, by: tx.actor.name })
  if (body.waitForVendor && ticket.abilities.changeStatus.allowed && ticket.status !== 'resolved') {
    await tx
      .updateTable('conversation.sideMessage')
      .set({ statusBefore: ticket.status })
      .where('id', '=', message.id)
      .execute()
    await changeStatus(tx, ticket, 'waiting_vendor', 'status')
  }
}

async function assertRoom(tx: Tx, number: number): Promise<void> {
  const rows = await tx
    .selectFrom('conversation.sideConversation')
    .select('id')
    .where('ticketNumber', '=', number)
    .limit(MOST)
    .execute()
  if (rows.length >= MOST) throw tooManySideConversations({ most: MOST })
}

function distinct(addresses: readonly { email: string; name?: string }[]) {
  return [...new Map(addresses.map((address) => [address.email.toLowerCase(), address])).values()]
}

function json(value: unknown) {
  return sql<string>`${JSON.stringify(value)}::jsonb`
}
