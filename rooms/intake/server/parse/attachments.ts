import type { CalendarEvent } from '../../contract/calendar.ts'
import { readCalendar } from './calendar.ts'
import { decodeText } from './charset.ts'
import { cleanBody, cleanText } from './clean-text.ts'
import { safeFileName } from './file-name.ts'
import { firstField } from './headers.ts'
import type { MimeNode } from './mime-tree.ts'
import type { DeliveryReport, MailAttachment } from './parsed-mail.ts'
import { readTnef, tnefWords } from './tnef.ts'
import { decodeTransfer, decodeUuencode } from './transfer.ts'
import { decodeWords } from './words.ts'

/** One stretch of body in the forms the sender gave for it. */
export interface Piece {
  text?: string
  html?: string
}

/** What is found on the way through the parts. */
export interface Collector {
  attachments: MailAttachment[]
  events: CalendarEvent[]
  reports: DeliveryReport[]
  returned: Buffer | null
  problems: Set<string>
  hasBody: boolean
}

const MAX_ATTACHMENTS = 500

/** Keeps a part as a file; a winmail.dat becomes what is in it, which may be the body. */
export function addAttachment(node: MimeNode, into: Collector, parent: string): Piece[] {
  if (into.attachments.length >= MAX_ATTACHMENTS) {
    into.problems.add('too many attachments; the rest is in the original only')
    return []
  }
  const type = node.type.value
  const content = decodeTransfer(
    node.body,
    type === 'message/rfc822' && !/base64|quoted/i.test(node.encoding) ? '' : node.encoding,
  )
  if (type === 'application/ms-tnef' || type === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(fileName(node))) {
    const tnef = readTnef(content)
    if (tnef) return unpackTnef(tnef, into)
    into.problems.add('a winmail.dat could not be unpacked')
  }
  if (type === 'text/calendar' || type === 'application/ics') noteEvents(content, node, into)
  const contentId =
    cleanText(firstField(node.headers, 'content-id').slice(0, 1000))
      .trim()
      .replace(/^<+|>+$/g, '')
      .trim() || null
  into.attachments.push({
    name: safeFileName(fileName(node) || nestedName(type, content), type, into.attachments.length + 1),
    type,
    size: content.length,
    contentId,
    inline:
      node.disposition.value === 'inline' ||
      (contentId !== null && parent === 'multipart/related' && node.disposition.value === ''),
    content,
  })
  return []
}

/** The same invitation often comes twice: as a part to be shown and as a file to be saved. */
function noteEvents(content: Buffer, node: MimeNode, into: Collector): void {
  const text = cleanText(decodeText(content, node.type.params.charset ?? 'utf-8'))
  for (const event of readCalendar(text, node.type.params.method)) {
    const known = into.events.some((other) => other.uid === event.uid && other.start?.local === event.start?.local)
    if (!known && into.events.length < 20) into.events.push(event)
  }
}

function fileName(node: MimeNode): string {
  return node.disposition.params.filename || node.type.params.name || node.disposition.params.name || ''
}

/** A forwarded message is named by its subject. */
function nestedName(type: string, content: Buffer): string {
  if (type !== 'message/rfc822' && type !== 'message/global') return ''
  const subject = /^subject:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(
    content.toString('latin1', 0, 64 * 1024),
  )?.[1]
  const name = decodeWords((subject ?? '').replace(/\r?\n/g, ''))
    .replace(/[\\/]/g, '-')
    .trim()
  return name === '' ? '' : `${name.slice(0, 150)}.eml`
}

function unpackTnef(tnef: NonNullable<ReturnType<typeof readTnef>>, into: Collector): Piece[] {
  for (const file of tnef.files) {
    const name = safeFileName(file.name, file.type, into.attachments.length + 1)
    into.attachments.push({ ...file, name, size: file.content.length, inline: false })
  }
  if (into.hasBody) return []
  const piece: Piece = {}
  const { text, html } = tnefWords(tnef)
  if (text?.trim()) piece.text = cleanBody(text)
  if (html?.trim()) piece.html = cleanBody(html)
  into.hasBody = piece.text !== undefined || piece.html !== undefined
  return into.hasBody ? [piece] : []
}

/** Files that old programs put into the text itself. */
export function takeUuencoded(text: string, into: Collector): string {
  if (!/^begin(?:-base64)? [0-7]{3,4} /m.test(text)) return text
  let rest = text
  for (let count = 0; count < 50; count++) {
    const file = decodeUuencode(rest)
    if (!file || file.content.length === 0) break
    const name = safeFileName(file.name, 'application/octet-stream', into.attachments.length + 1)
    into.attachments.push({
      name,
      type: typeByName(name),
      size: file.content.length,
      contentId: null,
      inline: false,
      content: file.content,
    })
    rest = rest.slice(0, file.start) + rest.slice(file.end)
  }
  return rest
}

function typeByName(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const known: Record<string, string> = {
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    gif: 'image/gif',
    pdf: 'application/pdf',
    txt: 'text/plain',
  }
  return known[extension] ?? 'application/octet-stream'
}
