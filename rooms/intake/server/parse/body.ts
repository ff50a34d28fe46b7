import { textToHtml } from '../../../../platform/html/from-text.ts'
import { htmlToText } from '../../../../platform/html/to-text.ts'
import type { CalendarEvent } from '../../contract/calendar.ts'
import { addAttachment, type Collector, type Piece, takeUuencoded } from './attachments.ts'
import { decodeText } from './charset.ts'
import { cleanBody, cleanText } from './clean-text.ts'
import { unflow } from './flowed.ts'
import type { MimeNode } from './mime-tree.ts'
import type { DeliveryReport, MailAttachment } from './parsed-mail.ts'
import { readReports } from './reports.ts'
import { decodeTransfer } from './transfer.ts'

export interface Body {
  text: string
  html: string | null
  attachments: MailAttachment[]
  events: CalendarEvent[]
  reports: DeliveryReport[]
  /** Header block of the message that a report gives back. */
  returned: Buffer | null
}

const MAX_TEXT_CHARS = 4 * 1024 * 1024

/** The message a report is about, or its header (RFC 6522; RFC 6533 in UTF-8); some say `message` where they mean `text`. */
const RETURNED = /^(?:(?:message|text)\/rfc822(?:-headers?)?|message\/global(?:-headers)?)$/

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
    into.reports.push(...readReports(cleanText(decodeTransfer(node.body, node.encoding).toString('latin1'))))
  }
  if (parent === 'multipart/report' && RETURNED.test(type)) {
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
  const decoded = cleanBody(decodeText(bytes.subarray(0, 3 * MAX_TEXT_CHARS), node.type.params.charset))
  if (decoded.length > MAX_TEXT_CHARS || bytes.length > 3 * MAX_TEXT_CHARS)
    into.problems.add('the text is very long; what follows is in the original only')
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
