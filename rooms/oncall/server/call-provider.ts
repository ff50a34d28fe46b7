import { Type } from 'typebox'
import { alarm } from '../../../platform/alarms/index.ts'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Cx } from '../../../platform/cx.ts'
import { addJob, job } from '../../../platform/jobs/index.ts'
import { askOutside } from '../../../platform/outside/index.ts'
import { openSecret } from '../../../platform/secrets/index.ts'
import { localeOf } from '../../people/server/index.ts'
import type { ProviderDoc } from '../contract/shapes.ts'
import { pageText } from './page-text.ts'

/** A page is urgent: tried again soon, and not for long, for the next step comes anyway. */
const retryMs = [5_000, 15_000, 45_000]

interface Filling {
  phone: string
  name: string
  text: string
  url: string
  number: string
}

/** Has a provider send a message or call somebody. */
export const callProvider = job(
  'call by a provider',
  Type.Object({ callId: Type.Integer() }),
  async (cx, { callId }) => {
    const call = await callOf(cx, callId)
    if (call?.state !== 'queued') return
    if (!call.secret) return settle(cx, call, { ok: false, again: false, answer: 'the provider was removed' })
    if (!call.phone) return settle(cx, call, { ok: false, again: false, answer: 'no phone number' })
    const { language } = await localeOf(cx.db, call.personId ?? 0)
    const filling = {
      phone: call.phone,
      name: call.personName ?? '',
      text: pageText({ ...call, subject: call.subject ?? '' }, language),
      url: `${publicUrl()}/acknowledge?token=${call.token}`,
      number: call.ticketNumber === null ? '' : String(call.ticketNumber),
    }
    await settle(cx, call, await send(cx, call.provider as ProviderDoc, call.secret, filling))
  },
)

export const callAgain = alarm(
  'call a provider again',
  { table: 'oncall.call', key: 'id', at: 'next_at' },
  async (tx, callId) => {
    await tx.updateTable('oncall.call').set({ nextAt: null }).where('id', '=', callId).execute()
    await addJob(tx, callProvider, { callId }, { key: `call ${callId}`, priority: -10 })
  },
)

/** Fills in a provider's template and sends it. Never throws. */
export async function send(
  cx: Cx,
  { format, template }: ProviderDoc,
  secret: Buffer,
  filling: Filling,
): Promise<{ ok: boolean; again: boolean; answer: string }> {
  const { url, headers } = JSON.parse((await openSecret(cx.db, secret)).toString('utf8')) as {
    url: string
    headers: Record<string, string>
  }
  try {
    const { status, text } = await askOutside({
      url,
      headers: {
        ...headers,
        'content-type': format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      },
      body: fill(template, format, filling),
    })
    const ok = status >= 200 && status < 300
    return { ok, again: !ok && (status === 429 || status >= 500), answer: `${status} ${text}`.trim().slice(0, 300) }
  } catch (error) {
    return { ok: false, again: true, answer: (error as Error).message.slice(0, 300) }
  }
}

/** Each value is made safe for where it stands, so that a subject can neither end a string nor begin another field. */
export function fill(template: string, format: ProviderDoc['format'], filling: Filling): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = filling[name as keyof Filling]
    if (value === undefined) return whole
    return format === 'json' ? JSON.stringify(value).slice(1, -1) : encodeURIComponent(value)
  })
}

async function callOf(cx: Cx, id: number) {
  return cx.db
    .selectFrom('oncall.call as c')
    .innerJoin('oncall.page as p', 'p.id', 'c.pageId')
    .leftJoin('oncall.plan as v', 'v.id', 'c.providerId')
    .leftJoin('oncall.reach as r', 'r.personId', 'c.personId')
    .leftJoin('people.person as n', 'n.id', 'c.personId')
    .leftJoin('ticket.ticket as t', 't.number', 'p.ticketNumber')
    .select(['c.id', 'c.state', 'c.attempts', 'c.personId', 'n.name as personName', 'r.phone', 't.subject'])
    .select(['p.token', 'p.trial', 'p.ladderName', 'p.ticketNumber', 'p.reason', 'v.doc as provider', 'v.secret'])
    .where('c.id', '=', id)
    .executeTakeFirst()
}

async function settle(
  cx: Cx,
  { id, attempts }: { id: number; attempts: number },
  { ok, again, answer }: { ok: boolean; again: boolean; answer: string },
): Promise<void> {
  const wait = ok || !again ? undefined : retryMs[attempts]
  await cx.db
    .updateTable('oncall.call')
    .set({
      attempts: attempts + 1,
      state: ok ? 'sent' : wait === undefined ? 'failed' : 'queued',
      error: ok ? null : answer,
      nextAt: wait === undefined ? null : new Date(cx.now.getTime() + wait),
    })
    .where('id', '=', id)
    .execute()
}
