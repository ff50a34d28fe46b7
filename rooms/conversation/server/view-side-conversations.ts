import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { fileUrl } from '../../../platform/files/contract.ts'
import { filesById } from '../../../platform/files/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { type MailFate, outboxStates } from '../../../platform/mail/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import type { SideConversation } from '../contract/side-shapes.ts'
import { noSource, sideConversationNotFound } from './errors.ts'
import { type SideRecord, sideColumns } from './find-side-conversation.ts'
import { deliveryOf } from './present-message.ts'
import { undoUntil } from './undo-time.ts'

/** How many messages of one are shown: the newest. */
const SHOWN = 200

/** Everything asked outside about a ticket, oldest first, for those who may read its notes. */
export async function viewSideConversations(cx: Cx, number: number) {
  await ticketFor(cx.db, cx.actor, number, 'note')
  const rows = await sidesOf(cx.db).where('ticketNumber', '=', number).orderBy('id').execute()
  return { items: await present(cx.db, rows, cx.actor, cx.now), nextCursor: null }
}

/** One of a ticket that the caller holds already. Throws 404 when it is not of this ticket. */
export async function sideConversationFor(reader: Reader, number: number, id: number): Promise<SideRecord> {
  const row = await reader
    .selectFrom('conversation.sideConversation')
    .select(sideColumns)
    .where('id', '=', id)
    .where('ticketNumber', '=', number)
    .executeTakeFirst()
  if (!row) throw sideConversationNotFound({ id })
  return row
}

export async function viewSideConversation(tx: Tx, id: number, actor: Actor): Promise<SideConversation> {
  const [side] = await present(tx, await sidesOf(tx).where('id', '=', id).execute(), actor, tx.now)
  if (!side) throw sideConversationNotFound({ id })
  return side
}

/** The received mail that an answer came as. */
export async function itemOfSideMessage(
  cx: Cx,
  { number, id, message }: { number: number; id: number; message: number },
): Promise<number> {
  await ticketFor(cx.db, cx.actor, number, 'note')
  await sideConversationFor(cx.db, number, id)
  const row = await cx.db
    .selectFrom('conversation.sideMessage')
    .select('itemId')
    .where('id', '=', message)
    .where('sideId', '=', id)
    .executeTakeFirst()
  if (!row) throw sideConversationNotFound({ id })
  if (row.itemId === null) throw noSource()
  return row.itemId
}

function sidesOf(reader: Reader) {
  return reader
    .selectFrom('conversation.sideConversation')
    .select([...sideColumns, 'startedAt', 'startedBy', 'startedByName'])
}

type Row = SideRecord & { startedAt: Date; startedBy: number | null; startedByName: string }

async function present(reader: Reader, sides: readonly Row[], actor: Actor, now: Date): Promise<SideConversation[]> {
  if (sides.length === 0) return []
  const messages = await reader
    .selectFrom('conversation.sideMessage')
    .selectAll()
    .where(
      'sideId',
      'in',
      sides.map((side) => side.id),
    )
    .orderBy('id', 'desc')
    .limit(SHOWN * sides.length)
    .execute()
  const [attachments, fates] = await Promise.all([
    attachmentsOf(
      reader,
      messages.map((message) => message.id),
    ),
    outboxStates(
      reader,
      messages.flatMap((message) => message.outboxId ?? []),
    ),
  ])
  return sides.map((side) => {
    const asked = new Set(side.participants.map((one) => one.email.toLowerCase()))
    return {
      id: side.id,
      ticketNumber: side.ticketNumber,
      subject: side.subject,
      state: side.state,
      participants: side.participants,
      startedBy: { id: side.startedBy, name: side.startedByName },
      startedAt: side.startedAt.toISOString(),
      messages: messages
        .filter((message) => message.sideId === side.id)
        .toReversed()
        .map((message) => ({
          ...fateOf(message, fates, actor, now),
          id: message.id,
          direction: message.direction,
          author: { id: message.authorId, name: message.authorName, email: message.authorEmail },
          asked: message.direction === 'out' || asked.has((message.authorEmail ?? '').toLowerCase()),
          sentAt: message.sentAt.toISOString(),
          text: message.text,
          html: message.html ?? textToHtml(message.text),
          quotedHtml: message.quotedHtml ?? (message.quotedText ? textToHtml(message.quotedText) : null),
          automatic: message.automatic,
          attachments: attachments.get(message.id) ?? [],
          hasSource: message.itemId !== null,
        })),
    }
  })
}

function fateOf(
  message: { outboxId: number | null; authorId: number | null; itemId: number | null; createdAt: Date },
  fates: ReadonlyMap<number, MailFate>,
  actor: Actor,
  now: Date,
) {
  const fate = message.outboxId === null ? undefined : fates.get(message.outboxId)
  return { delivery: deliveryOf(fate), undoUntil: undoUntil(message, actor, now, fate)?.toISOString() ?? null }
}

async function attachmentsOf(reader: Reader, ids: readonly number[]) {
  const found = new Map<number, SideConversation['messages'][number]['attachments']>()
  if (ids.length === 0) return found
  const rows = await reader
    .selectFrom('conversation.sideAttachment')
    .select(['sideMessageId', 'fileId', 'inline'])
    .where('sideMessageId', 'in', [...ids])
    .orderBy('position')
    .execute()
  const files = await filesById(
    reader,
    rows.map((row) => row.fileId),
  )
  for (const { sideMessageId, fileId, inline } of rows) {
    const file = files.get(fileId)
    if (!file) continue
    const { id, sha256, name, type, size } = file
    found.set(sideMessageId, [
      ...(found.get(sideMessageId) ?? []),
      { id, sha256, name, type, size, url: fileUrl(id), inline },
    ])
  }
  return found
}
