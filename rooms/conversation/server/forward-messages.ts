import type { Reader, Tx } from '../../../platform/db/index.ts'
import { assertOwnFiles } from '../../../platform/files/index.ts'
import { escapeHtml, textToHtml } from '../../../platform/html/index.ts'
import { personCards } from '../../people/server/index.ts'
import { messageNotFound } from './errors.ts'
import { momentIn } from './mail-dates.ts'
import { messageColumns } from './present-message.ts'

const words = {
  en: { forwarded: 'Forwarded message', from: 'From', date: 'Date' },
  de: { forwarded: 'Weitergeleitete Nachricht', from: 'Von', date: 'Datum' },
}

/** Public messages of a ticket as a block below one's own words. Notes are the desk's own and never leave it. */
export async function forwardMessages(
  tx: Tx,
  ticket: { number: number },
  ids: readonly number[],
  language: string,
): Promise<{ html: string | null; text: string | null; files: number[] }> {
  if (ids.length === 0) return { html: null, text: null, files: [] }
  const messages = await tx
    .selectFrom('conversation.message')
    .select(messageColumns)
    .where('ticketNumber', '=', ticket.number)
    .where('kind', '=', 'reply')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  const missing = ids.find((id) => !messages.some((message) => message.id === id))
  if (missing !== undefined) throw messageNotFound({ id: missing }, { field: 'body.messages' })
  const authors = await personCards(
    tx,
    messages.flatMap((message) => message.authorId ?? []),
  )
  const say = words[language.startsWith('de') ? 'de' : 'en']
  const zone = tx.actor.timeZone ?? 'UTC'
  const blocks = messages.map((message) => {
    const author = message.authorId === null ? undefined : authors.get(message.authorId)
    const name = author?.name ?? message.authorName
    const from = author?.email && message.direction === 'in' ? `${name} <${author.email}>` : name
    const head = [`${say.from}: ${from}`, `${say.date}: ${momentIn(message.sentAt, language, zone)}`]
    return {
      html: `<p><strong>${say.forwarded}</strong><br>${head.map(escapeHtml).join('<br>')}</p>${message.html ?? textToHtml(message.text)}`,
      text: [`---------- ${say.forwarded} ----------`, ...head, '', message.text].join('\n'),
    }
  })
  const html = blocks.map((block) => `<hr>${block.html}`).join('\n')
  return {
    html,
    text: blocks.map((block) => block.text).join('\n\n'),
    files: await imagesIn(
      tx,
      messages.map((message) => message.id),
      html,
    ),
  }
}

/** Files that the HTML shows from the desk and that hang on these very messages: a stranger can name any number. */
export async function imagesIn(reader: Reader, messageIds: readonly number[], html: string): Promise<number[]> {
  const named = [...html.matchAll(/src="\/api\/v1\/files\/(\d{1,15})/g)].map((match) => Number(match[1]))
  if (named.length === 0) return []
  const rows = await reader
    .selectFrom('conversation.attachment')
    .select('fileId')
    .distinct()
    .where('messageId', 'in', [...messageIds])
    .where('fileId', 'in', named)
    .limit(50)
    .execute()
  return rows.map((row) => row.fileId)
}

/** Throws unless all are files of one's own or hang on a public message of the ticket, or on what came back from outside. */
export async function filesOnTicket(tx: Tx, ticketNumber: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const hanging = new Set(await hangingOn(tx, ticketNumber, ids))
  await assertOwnFiles(
    tx,
    ids.filter((id) => !hanging.has(id)),
    'body.attachments',
  )
}

async function hangingOn(reader: Reader, ticketNumber: number, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('conversation.attachment as a')
    .innerJoin('conversation.message as m', 'm.id', 'a.messageId')
    .select('a.fileId')
    .where('m.ticketNumber', '=', ticketNumber)
    .where('a.fileId', 'in', [...ids])
    .union(
      reader
        .selectFrom('conversation.sideAttachment as a')
        .innerJoin('conversation.sideMessage as m', 'm.id', 'a.sideMessageId')
        .innerJoin('conversation.sideConversation as s', 's.id', 'm.sideId')
        .select('a.fileId')
        .where('s.ticketNumber', '=', ticketNumber)
        .where('a.fileId', 'in', [...ids]),
    )
    .execute()
  return rows.map((row) => row.fileId)
}
