import type { Adapter, Envelope, Seen } from './adapter.ts'
import { type Case, loadMessage } from './case.ts'
import { compare } from './compare.ts'

const DESK = 'support@desk.example'

export type Result =
  | { name: string; verdict: 'right' }
  | { name: string; verdict: 'wrong' | 'skipped'; words: string[] }

/** Plays what comes before, delivers the message, and compares. `nth` keeps the people of one case away from another's. */
export async function runCase(adapter: Adapter, one: Case, nth: number): Promise<Result> {
  const tickets = new Map<string, string>()
  const values = new Map<string, string>()
  const fill = (text: string) => fillIn(text, values, nth)
  const deliver = (name: string, envelope: Case['envelope']): Promise<Seen> => {
    const raw = Buffer.from(fill(loadMessage(name).toString('latin1')), 'latin1')
    const filled = envelope && (JSON.parse(fill(JSON.stringify(envelope))) as Case['envelope'])
    return adapter.deliver(raw, envelopeOf(raw, filled))
  }
  const note = (ticket: string) => values.set(`${ticket}.number`, adapter.number?.(keyOf(ticket)) ?? keyOf(ticket))
  const keyOf = (ticket: string) => tickets.get(ticket) ?? ''
  for (const step of one.before ?? []) {
    if ('message' in step) {
      const { ticket } = await deliver(step.message, undefined)
      if (ticket === null) return { name: one.name, verdict: 'wrong', words: [`${step.message} opened no ticket`] }
      tickets.set(step.ticket, ticket)
      note(step.ticket)
    } else if ('reply' in step) {
      if (!adapter.reply) return skip(one, 'reply')
      const { messageId, replyTo } = await adapter.reply(keyOf(step.reply), step.text)
      values.set(`${step.reply}.reply`, messageId)
      if (replyTo !== undefined) values.set(`${step.reply}.replyTo`, replyTo)
    } else if ('resolve' in step) {
      if (!adapter.resolve) return skip(one, 'resolve')
      await adapter.resolve(keyOf(step.resolve))
    } else if ('merge' in step) {
      if (!adapter.merge) return skip(one, 'merge')
      await adapter.merge(keyOf(step.merge), keyOf(step.into))
    } else if ('unmerge' in step) {
      if (!adapter.unmerge) return skip(one, 'unmerge')
      await adapter.unmerge(keyOf(step.unmerge))
    } else {
      if (!adapter.close) return skip(one, 'close')
      await adapter.close(keyOf(step.close))
    }
  }
  const needs = JSON.stringify(one.envelope ?? {}) + loadMessage(one.name).toString('latin1')
  const missing = [...needs.matchAll(PLACEHOLDER)].find(([, name]) => !values.has(name ?? ''))?.[1]
  if (missing !== undefined) return skip(one, missing)
  const seen = await deliver(one.name, one.envelope)
  const expect = JSON.parse(fill(JSON.stringify(one.expect)))
  const words = compare(seen, expect, tickets)
  return words.length === 0 ? { name: one.name, verdict: 'right' } : { name: one.name, verdict: 'wrong', words }
}

function skip(one: Case, need: string): Result {
  return { name: one.name, verdict: 'skipped', words: [`the adapter has no ${need}`] }
}

const PLACEHOLDER = /\{\{([A-Z]\.(?:number|replyTo|reply))\}\}/g

/** `{{A.number}}`, `{{A.reply}}`, `{{A.replyTo}}`; and a domain of its own for every case that has steps before it. */
function fillIn(text: string, values: ReadonlyMap<string, string>, nth: number): string {
  return text
    .replace(PLACEHOLDER, (_all, name: string) => values.get(name) ?? '')
    .replaceAll('threads.example', `threads-${nth}.example`)
}

/** Without an envelope in the case, the header says who and to whom; null senders stay null. */
function envelopeOf(raw: Buffer, given: Case['envelope']): Envelope {
  const head = raw.toString('latin1', 0, 4096)
  const returnPath = /^Return-Path:[ \t]*<([^>\r\n]*)>/im.exec(head)?.[1]
  const from = /^(?:From|Sender):[^\r\n]*?([^\s<>(),"]+@[^\s<>(),"]+?)>?[ \t]*(?:\([^)]*\))?\r?$/im.exec(head)?.[1]
  return { from: given?.from ?? returnPath ?? from ?? '', to: given?.to ?? [DESK] }
}
