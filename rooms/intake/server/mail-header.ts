import type { Reader } from '../../../platform/db/index.ts'
import { itemNotFound } from './errors.ts'
import { parseDate } from './parse/dates.ts'
import { readHeaders } from './parse/headers.ts'
import { decodeWords } from './parse/words.ts'

export interface Hop {
  from: string | null
  by: string | null
  protocol: string | null
  at: Date | null
  /** Since the hop before; negative when clocks differ. */
  seconds: number | null
}

export interface MailHeader {
  fields: { name: string; value: string }[]
  hops: Hop[]
}

const MAX_FIELDS = 500
const MAX_HOPS = 50

/** The header of a raw message as a person reads it: fields in order, decoded, and the way it took. */
export function headerOf(bytes: Buffer): MailHeader {
  const { fields } = readHeaders(bytes, 0, bytes.length)
  const readable = fields.slice(0, MAX_FIELDS).map(({ name, value }) => ({
    name: properName(name),
    value: decodeWords(value, '').replace(/\s+/g, ' ').trim().slice(0, 20_000).toWellFormed(),
  }))
  // Each server writes its line above the others, so the first hop stands last.
  const lines = fields.filter((field) => field.name === 'received').slice(0, MAX_HOPS)
  return { fields: readable, hops: hopsOf(lines.map((line) => line.value).toReversed()) }
}

function hopsOf(lines: readonly string[]): Hop[] {
  const hops: Hop[] = []
  for (const line of lines) {
    const text = line.replace(/\s+/g, ' ').slice(0, 2000)
    const stamp = text.slice(text.lastIndexOf(';') + 1)
    const at = text.includes(';') ? parseDate(stamp) : null
    const before = hops.findLast((hop) => hop.at !== null)?.at
    hops.push({
      from: word(text, 'from'),
      by: word(text, 'by'),
      protocol: word(text, 'with'),
      at,
      seconds: at && before ? Math.round((at.getTime() - before.getTime()) / 1000) : null,
    })
  }
  return hops
}

function word(line: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name} ([^\\s;]{1,255})`, 'i').exec(line)?.[1] ?? null
}

const SHORT: Readonly<Record<string, string>> = {
  'message-id': 'Message-ID',
  'mime-version': 'MIME-Version',
  'content-id': 'Content-ID',
  'dkim-signature': 'DKIM-Signature',
  'received-spf': 'Received-SPF',
}

function properName(name: string): string {
  return (
    SHORT[name] ?? name.replace(/(^|-)([a-z])/g, (_all, dash: string, letter: string) => dash + letter.toUpperCase())
  )
}

/** The first bytes of the message an item came from, and how many it has. Throws `intake.not_found`. */
export async function sourceStart(
  reader: Reader,
  itemId: number,
  limit: number,
): Promise<{ bytes: Buffer; size: number }> {
  const raw = await reader
    .selectFrom('intake.item as i')
    .innerJoin('intake.rawMessage as r', 'r.id', 'i.rawId')
    .leftJoin('intake.rawChunk as c', (join) => join.onRef('c.rawId', '=', 'r.id').on('c.seq', '=', 0))
    .select(['r.size', 'c.bytes'])
    .where('i.id', '=', itemId)
    .executeTakeFirst()
  if (!raw) throw itemNotFound({ id: itemId })
  return { bytes: (raw.bytes ?? Buffer.alloc(0)).subarray(0, limit), size: raw.size }
}
