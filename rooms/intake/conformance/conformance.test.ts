import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { arrivalsOf } from '../server/index.ts'
import type { Adapter, Seen } from './adapter.ts'
import { type Case, loadCases } from './case.ts'
import { type Result, runCase } from './run-case.ts'

let desk: TestDesk
let key: Speaker
let tina: Persona
let adapter: Adapter

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-03T09:30:00Z' })
  key = await desk.asKey('administrator')
  tina = await desk.as('technician', { name: 'Tina Tier' })
  const admin = await desk.as('administrator')
  await admin.post('/api/v1/mailboxes', { address: 'support@desk.example', name: 'Service Desk', replyTags: 'on' })
  adapter = adapterOf()
})
afterAll(() => desk.stop())

/** One drain for all that were delivered meanwhile. */
let nextDrain: Promise<void> | null = null
let lastDrain: Promise<void> = Promise.resolve()
function drained(): Promise<void> {
  nextDrain ??= lastDrain.then(() => {
    nextDrain = null
    lastDrain = desk.drain()
    return lastDrain
  })
  return nextDrain
}

/** The desk in this process, through its own API. */
function adapterOf(): Adapter {
  return {
    async deliver(raw): Promise<Seen> {
      const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
      expect(taken.status).toBe(202)
      await drained()
      const { body: item } = await key.get(`/api/v1/inbound-mail/${taken.body.id}`)
      expect(item.state).not.toBe('failed')
      if (item.ticket === null) return { ticket: null, state: item.state }
      const { body } = await tina.get(`/api/v1/tickets/${item.ticket}/messages?limit=200`)
      const message = body.items.find((one: { id: number }) => one.id === item.message)
      const one = await tina.get(`/api/v1/tickets/${item.ticket}`)
      const events = await arrivalsOf(desk.db, [item.id])
      const seen = { state: item.state, subject: item.subject, events: events.get(item.id)?.events ?? [] }
      // A report about a mail of the desk adds nothing to the ticket; a mail without a word opens one all the same.
      if (!message) {
        const ticket = body.items.length > 0 ? null : String(item.ticket)
        return { ...seen, ticket, author: item.from, automatic: false }
      }
      return {
        ...seen,
        ticket: String(item.ticket),
        linkedTo: one.body.links.map((link: { number: number }) => String(link.number)),
        author: message.author.email ?? item.from,
        authorName: message.author.name,
        text: message.text,
        html: message.html,
        quoted: message.quotedText !== null || message.quotedHtml !== null,
        automatic: message.automatic,
        attachments: message.attachments,
      }
    },
    async reply(ticket, text) {
      const sent = await tina.post(`/api/v1/tickets/${ticket}/messages`, { kind: 'reply', text })
      expect(sent.status).toBe(201)
      const { messageId, headers } = await desk.db
        .selectFrom('conversation.message as m')
        .innerJoin('platform.outbox as o', 'o.id', 'm.outboxId')
        .select(['o.messageId', 'o.headers'])
        .where('m.id', '=', sent.body.id)
        .executeTakeFirstOrThrow()
      const replyTo = headers['Reply-To']
      return { messageId, ...(replyTo === undefined ? {} : { replyTo }) }
    },
    async resolve(ticket) {
      await tina.post(`/api/v1/tickets/${ticket}/resolution`, { cause: 'a', action: 'b', verification: 'c' })
    },
    async close(ticket) {
      await adapter.resolve?.(ticket)
      await tina.put(`/api/v1/tickets/${ticket}/confirmation`)
    },
    async merge(ticket, into) {
      const merged = await tina.put(`/api/v1/tickets/${ticket}/merge`, { into: Number(into), addWatchers: true })
      expect(merged.status).toBe(200)
    },
    async unmerge(ticket) {
      expect((await tina.delete(`/api/v1/tickets/${ticket}/merge`)).status).toBe(200)
    },
  }
}

const cases = loadCases()
const results = new Map<string, Result>()
const AT_ONCE = 20

async function play(some: readonly [Case, number][]): Promise<void> {
  const done = await Promise.all(some.map(([one, nth]) => runCase(adapter, one, nth)))
  for (const result of done) results.set(result.name, result)
}

test('the desk takes every message', { timeout: 300_000 }, async () => {
  expect(cases.length).toBeGreaterThan(150)
  const all = cases.map((one, nth): [Case, number] => [one, nth])
  const single = all.filter(([one]) => !one.before)
  for (let from = 0; from < single.length; from += AT_ONCE) await play(single.slice(from, from + AT_ONCE))
  await play(all.filter(([one]) => one.before))
})

test.each(cases.map((one) => one.name))('%s', (name) => {
  expect(results.get(name)).toEqual({ name, verdict: 'right' })
})
