import { firstField, type Headers, readHeaders, startsWithField } from './headers.ts'
import { parseStructured, type Structured } from './parameters.ts'

export interface MimeNode {
  headers: Headers
  type: Structured
  disposition: Structured
  encoding: string
  /** Still encoded, a view on the message. */
  body: Buffer
  children: MimeNode[]
}

const MAX_DEPTH = 40
const MAX_PARTS = 2000

interface Walk {
  bytes: Buffer
  parts: number
  problems: Set<string>
}

/** Splits a message into its parts without decoding or copying them. */
export function readTree(bytes: Buffer, problems: Set<string>): MimeNode {
  // Some gateways put empty lines before the header; a message that has none at all starts with its body.
  let start = 0
  while (bytes[start] === 0x0a || bytes[start] === 0x0d) start++
  if (start > 0 && !startsWithField(bytes, start)) start = 0
  return readNode({ bytes, parts: 0, problems }, start, bytes.length, 0, 'text/plain')
}

function readNode(walk: Walk, start: number, end: number, depth: number, defaultType: string): MimeNode {
  walk.parts++
  const headers = readHeaders(walk.bytes, start, end)
  if (headers.problem) walk.problems.add(headers.problem)
  const type = parseStructured(firstField(headers, 'content-type'))
  if (!/^[\w.+-]+\/[\w.+-]+/.test(type.value))
    type.value =
      type.value === 'text' ? 'text/plain' : type.value.startsWith('multipart') ? 'multipart/mixed' : defaultType
  const node: MimeNode = {
    headers,
    type,
    disposition: parseStructured(firstField(headers, 'content-disposition')),
    encoding: firstField(headers, 'content-transfer-encoding'),
    body: walk.bytes.subarray(headers.bodyStart, end),
    children: [],
  }
  if (!type.value.startsWith('multipart/')) return node
  if (depth >= MAX_DEPTH) {
    walk.problems.add('parts are nested too deeply; the rest is kept as a file')
    type.value = 'application/octet-stream'
    return node
  }
  const ranges = splitParts(walk, headers.bodyStart, end, type.params.boundary ?? '')
  const childDefault = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  for (const range of ranges) {
    if (walk.parts >= MAX_PARTS) {
      walk.problems.add('too many parts; the rest is left out')
      break
    }
    node.children.push(readNode(walk, range.start, range.end, depth + 1, childDefault))
  }
  if (node.children.length === 0) type.value = 'text/plain'
  return node
}

interface Range {
  start: number
  end: number
}

function splitParts(walk: Walk, start: number, end: number, declared: string): Range[] {
  const ranges = declared === '' ? [] : rangesBetween(walk, start, end, declared)
  if (ranges.length > 0) return ranges
  walk.problems.add(declared === '' ? 'a multipart has no boundary' : 'the boundary of a multipart is not in its body')
  const guessed = guessBoundary(walk.bytes, start, end)
  return guessed === null ? [] : rangesBetween(walk, start, end, guessed)
}

/** The first line that starts with "--" and is followed by a Content- field. */
function guessBoundary(bytes: Buffer, start: number, end: number): string | null {
  const head = bytes.toString('latin1', start, Math.min(end, start + 64 * 1024))
  return /(?:^|\n)--([^\r\n]{1,200}?)[ \t]*\r?\n(?:Content-|MIME-)/i.exec(head)?.[1] ?? null
}

function rangesBetween(walk: Walk, start: number, end: number, boundary: string): Range[] {
  // Never looks past this part: many siblings with absent boundaries would otherwise read the message once each.
  const bytes = walk.bytes.subarray(0, end)
  const marker = Buffer.from(`--${boundary}`, 'latin1')
  const ranges: Range[] = []
  let open = -1
  let at = nextMarker(bytes, start, start, marker)
  while (at >= 0) {
    let after = at + marker.length
    const closes = bytes[after] === 0x2d && bytes[after + 1] === 0x2d
    if (closes) after += 2
    while (after < end && (bytes[after] === 0x20 || bytes[after] === 0x09 || bytes[after] === 0x0d)) after++
    const lineEnds = after >= end || bytes[after] === 0x0a
    if (lineEnds || closes) {
      if (open >= 0) ranges.push({ start: open, end: trimLineEnd(bytes, open, at) })
      open = closes ? -1 : Math.min(after + 1, end)
    }
    at = nextMarker(bytes, start, after, marker)
  }
  if (open >= 0 && open < end) {
    walk.problems.add('the last part is not closed')
    ranges.push({ start: open, end })
  }
  return ranges
}

const DASHES = Buffer.from('--')

/**
 * Where a line next begins with the marker. Looks for two dashes first: searching for a long marker that nearly fits everywhere
 * takes a second a megabyte.
 */
function nextMarker(bytes: Buffer, start: number, from: number, marker: Buffer): number {
  let at = bytes.indexOf(DASHES, from)
  while (at >= 0 && at + marker.length <= bytes.length) {
    const lineStart = at === start || bytes[at - 1] === 0x0a || bytes[at - 1] === 0x0d
    if (lineStart && bytes.compare(marker, 0, marker.length, at, at + marker.length) === 0) return at
    while (bytes[at] === 0x2d) at++
    at = bytes.indexOf(DASHES, at)
  }
  return -1
}

/** The line end before a boundary belongs to the boundary. */
function trimLineEnd(bytes: Buffer, from: number, to: number): number {
  let end = to
  if (end > from && bytes[end - 1] === 0x0a) end--
  if (end > from && bytes[end - 1] === 0x0d) end--
  return end
}
