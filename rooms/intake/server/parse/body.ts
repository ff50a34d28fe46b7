import { textToHtml } from '../../../../platform/html/from-text.ts'
import { htmlToText } from '../../../../platform/html/to-text.ts'
import type { CalendarEvent } from '../../contract/calendar.ts'
import { readCalendar } from './calendar.ts'
import { decodeText } from './charset.ts'
import { cleanBody, cleanText } from './clean-text.ts'
import { safeFileName } from './file-name.ts'
import { unflow } from './flowed.ts'
import { firstField } from './headers.ts'
import type { MimeNode } from './mime-tree.ts'
import type { DeliveryReport, MailAttachment } from './parsed-mail.ts'
import { readReports } from './reports.ts'
import { readTnef, tnefWords } from './tnef.ts'
import { decodeTransfer, decodeUuencode } from './transfer.ts'
import { decodeWords } from './words.ts'

/** One stretch of body in the forms the sender gave for it. */
interface Piece {
  text?: string
  html?: string
}

export interface Body {
  text: string
  html: string | null
  attachments: MailAttachment[]
  events: CalendarEvent[]
  reports: DeliveryReport[]
  /** Header block of the message that a report gives back. */
  returned: Buffer | null
}

interface Collector {
  attachments: MailAttachment[]
  events: CalendarEvent[]
  reports: DeliveryReport[]
  returned: Buffer | null
  problems: Set<string>
  hasBody: boolean
}

const MAX_ATTACHMENTS = 500
const MAX_TEXT_CHARS = 8 * 1024 * 1024

/** Chooses what a reader should see from the parts of a message; everything else becomes a file. */
export function composeBody(root: MimeNode, problems: Set<string>): Body {
  const collector: Collector = { attachments: [], events: [], reports: [], returned: null, problems, hasBody: false }
  const piece = joinPieces(collect(root, collector, ''))
  const html = piece.html === undefined || piece.html.trim() === '' ? null : piece.html
  let text = piece.text ?? ''
  if (text.trim() === '' && html !== null) text = htmlToText(html)
  else text = takeUuencoded(text, collector)
  for (const attachment of collector.attachments) {
    if (html !== null && attachment.contentId && html.includes(attachment.contentId)) attachment.inline = true
  }
  const { attachments, events, reports, returned } = collector
  if (text.trim() === '' && html === null) text = events[0]?.description ?? ''
  return { text, html, attachments, events, reports, returned }
}

function joinPieces(pieces: Piece[]): Piece {
  if (pieces.length <= 1) return pieces[0] ?? {}
  const anyHtml = pieces.some((piece) => piece.html !== undefined)
  const text = pieces.map((piece) => piece.text ?? htmlToText(piece.html ?? '')).filter((part) => part.trim() !== '')
  if (!anyHtml) return { text: text.join('\n\n') }
  return { text: text.join('\n\n'), html: pieces.map((piece) => piece.html ?? textToHtml(piece.text ?? '')).join('\n') }
}

function collect(node: MimeNode, into: Collector, parent: string): Piece[] {
  const type = node.type.value
  if (node.children.length > 0) {
    if (type === 'multipart/alternative') return collectAlternatives(node, into)
    return node.children.flatMap((child) => collect(child, into, type))
  }
  if (isBodyText(node, into)) return readText(node, into)
  if (
    type === 'message/delivery-status' ||
    type === 'message/global-delivery-status' ||
    type === 'message/disposition-notification'
  ) {
    into.reports.push(...readReports(decodeTransfer(node.body, node.encoding).toString('latin1')))
  }
  if (
    parent === 'multipart/report' &&
    (type === 'message/rfc822' || type.startsWith('text/rfc822-header') || type === 'message/global')
  ) {
    into.returned ??= decodeTransfer(node.body, node.encoding)
  }
  return addAttachment(node, into, parent)
}

/** The richest of each form; a form that is given twice counts once, and files among them are kept. */
function collectAlternatives(node: MimeNode, into: Collector): Piece[] {
  const chosen: Piece = {}
  for (const child of node.children) {
    // Each alternative stands for the whole, so one must not make the next a mere attachment.
    into.hasBody = false
    const piece = joinPieces(collect(child, into, node.type.value))
    if (piece.text !== undefined && (piece.html === undefined || chosen.text === undefined)) {
      if (piece.text.trim() !== '' || chosen.text === undefined) chosen.text = piece.text
    }
    if (piece.html !== undefined && piece.html.trim() !== '') chosen.html = piece.html
  }
  into.hasBody = true
  return [chosen]
}

const BODY_TYPES = new Set(['text/plain', 'text/html', 'text/enriched', 'text/markdown', 'text/x-markdown'])

function isBodyText(node: MimeNode, into: Collector): boolean {
  if (!BODY_TYPES.has(node.type.value)) return false
  if (node.disposition.value === 'attachment') return false
  const named = Boolean(node.disposition.params.filename ?? node.type.params.name)
  // A named text after the body is a file that the client also shows inline.
  return (
    !named ||
    (!into.hasBody && node.disposition.value !== 'inline' && node.type.params.name === undefined) ||
    (!into.hasBody && node.type.value === 'text/html')
  )
}

function readText(node: MimeNode, into: Collector): Piece[] {
  const bytes = decodeTransfer(node.body, node.encoding)
  const decoded = cleanBody(decodeText(bytes, node.type.params.charset))
  if (decoded.length > MAX_TEXT_CHARS) into.problems.add('the text is very long; what follows is in the original only')
  const text = decoded.slice(0, MAX_TEXT_CHARS)
  if (text.trim() !== '') into.hasBody = true
  if (node.type.value === 'text/html') return [{ html: text }]
  if (node.type.value === 'text/enriched')
    return [{ text: text.replace(/<<|<\/?[a-zA-Z-]+>/g, (tag) => (tag === '<<' ? '<' : '')) }]
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(text) && /<\/(?:html|body)>/i.test(text)) {
    into.problems.add('HTML was labelled as plain text')
    return [{ html: text }]
  }
  const flowed = /^flowed$/i.test(node.type.params.format ?? '')
  return [{ text: flowed ? unflow(text, /^yes$/i.test(node.type.params.delsp ?? '')) : text }]
}

function addAttachment(node: MimeNode, into: Collector, parent: string): Piece[] {
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
  const text = decodeText(content, node.type.params.charset ?? 'utf-8')
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
function takeUuencoded(text: string, into: Collector): string {
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
