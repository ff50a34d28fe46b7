import { createHash } from 'node:crypto'
import type { ParsedMail } from './parse/parsed-mail.ts'

/** The desk's own form of a ticket's number, and nothing else: a number that merely occurs means nothing. */
const OWN_NUMBER = /\[#(\d{1,15})\]/

export function ticketHint(subject: string): number | null {
  const number = OWN_NUMBER.exec(subject)?.[1]
  return number === undefined || Number(number) < 1 ? null : Number(number)
}

/**
 * What makes two arrivals the same message: its id and sender; where it has no id, everything a copy shares. Trace headers
 * differ between copies, so they do not count.
 */
export function dedupeKey(mail: ParsedMail): string {
  const from = mail.from?.address.toLowerCase() ?? ''
  if (mail.messageId) return `id:${createHash('sha256').update(`${mail.messageId}\n${from}`).digest('base64url')}`
  const hash = createHash('sha256')
  const names = mail.attachments.map((file) => `${file.name}:${file.size}`)
  for (const part of [from, mail.subject, mail.date?.toISOString() ?? '', mail.text, ...names]) hash.update(`${part}\0`)
  return `hash:${hash.digest('base64url')}`
}

/**
 * The names of what may be filed at the same moment by one only: its copies (`key` is what they share), itself, and those it
 * answers (a thread cannot be told without them). Messages that have nothing to do with each other share none.
 */
export function waitsFor(mail: ParsedMail, key: string): string[] {
  const { messageId, inReplyTo, references } = mail
  const ids = [messageId, ...inReplyTo.slice(0, 3), references[0], references.at(-1)].filter((id) => id != null)
  return [key, ...ids.map((id) => `thread:${id}`)]
}

const MAX_HOPS = 60

/** More servers than any way has: it goes round. */
export function isLooping(mail: ParsedMail): boolean {
  return (mail.headers.get('received')?.length ?? 0) > MAX_HOPS
}

export function isAutomatic(mail: ParsedMail): boolean {
  const { auto, bulk, list, bounce } = mail.nature
  return auto || bulk || list || bounce
}

/** Minutes until the next attempt to file, after the first, second … failure. */
export const FILING_WAIT_MINUTES = [0.5, 5, 60] as const
