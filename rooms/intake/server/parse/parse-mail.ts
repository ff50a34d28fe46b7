import { parseAddresses } from './addresses.ts'
import { composeBody } from './body.ts'
import { normaliseCharset } from './charset.ts'
import { cleanText } from './clean-text.ts'
import { parseDate } from './dates.ts'
import { type Headers, readHeaders } from './headers.ts'
import { parseIds } from './ids.ts'
import { type MimeNode, readTree } from './mime-tree.ts'
import { readNature } from './nature.ts'
import type { MailAddress, ParsedMail } from './parsed-mail.ts'
import { decodeWords } from './words.ts'

const MAX_SUBJECT_CHARS = 1000
const SENDER_FIELDS = ['from', 'sender', 'reply-to', 'return-path']

/**
 * Reads a raw message (RFC 5322, 2045–2049, 2231, 6532). Never throws on what a message says: what is wrong with it is
 * told in `problems`, and what can be read is read. Time and memory are linear in its size.
 */
export function parseMail(raw: Buffer): ParsedMail {
  const problems = new Set<string>()
  const bytes = hasLineFeeds(raw) ? raw : Buffer.from(raw.toString('latin1').replace(/\r\n?/g, '\n'), 'latin1')
  const root = readTree(bytes, problems)
  const hint = firstCharset(root)
  const first = (name: string) => root.headers.fields.find((field) => field.name === name)?.value ?? ''
  const every = (name: string) => root.headers.fields.filter((field) => field.name === name).map((field) => field.value)
  const addresses = (name: string): MailAddress[] => parseAddresses(every(name).join(', '), hint)
  const body = composeBody(root, problems)
  const subject = decodeWords(first('subject'), hint)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_SUBJECT_CHARS)
    .toWellFormed()
  const sender = addresses('sender')[0] ?? null
  // "root" alone, as machines write it, is nobody who could be answered.
  const from = SENDER_FIELDS.flatMap(addresses).find(isWhole) ?? null
  const messageId = parseIds(first('message-id'))[0] ?? null
  if (!from) problems.add('there is no sender')
  if (!messageId) problems.add('there is no Message-ID')
  return {
    messageId: messageId && cleanText(messageId),
    inReplyTo: parseIds(first('in-reply-to')).map(cleanText),
    references: parseIds(every('references').join(' ')).map(cleanText),
    from,
    sender,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    subject,
    date: parseDate(first('date')),
    text: body.text,
    html: body.html,
    attachments: body.attachments,
    events: body.events,
    headers: readableHeaders(root.headers, hint),
    nature: readNature(
      first,
      root.type.value,
      root.type.params['report-type']?.toLowerCase() ?? '',
      from?.address ?? '',
      subject,
    ),
    reports: body.reports,
    reportedMessageId: body.returned ? returnedId(body.returned) : null,
    problems: [...problems],
  }
}

function isWhole({ address }: MailAddress): boolean {
  return address.length <= 254 && /^[^\s@<>]+@[^\s@<>]+$/.test(address)
}

/** False for a message whose lines end in carriage returns alone, whatever a server put behind its last line. */
function hasLineFeeds(raw: Buffer): boolean {
  const first = raw.indexOf(0x0a)
  return (
    first >= 0 && !/^[!-9;-~]{2,60}:[^\r\n]*\r[!-9;-~]{2,60}:/.test(raw.toString('latin1', 0, Math.min(first, 4096)))
  )
}

function returnedId(returned: Buffer): string | null {
  const headers = readHeaders(returned, 0, returned.length)
  const id = headers.fields.find((field) => field.name === 'message-id')?.value ?? ''
  const first = parseIds(id)[0]
  return first === undefined ? null : cleanText(first)
}

function readableHeaders(headers: Headers, hint: string): Map<string, string[]> {
  const readable = new Map<string, string[]>()
  for (const { name, value } of headers.fields) {
    const list = readable.get(name) ?? []
    if (list.length < 100) list.push(decodeWords(value, hint))
    readable.set(name, list)
  }
  return readable
}

/** The charset of the first text part says how raw bytes in the header were most likely meant. */
function firstCharset(node: MimeNode): string {
  if (node.children.length === 0)
    return node.type.value.startsWith('text/') ? normaliseCharset(node.type.params.charset) : ''
  for (const child of node.children) {
    const charset = firstCharset(child)
    if (charset !== '') return charset
  }
  return ''
}
