import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { settingOf } from '../../../platform/config/index.ts'
import type { Cx } from '../../../platform/cx.ts'
import { once } from '../../../platform/http/idempotency.ts'
import { settings } from './config.ts'
import { notAMessage } from './errors.ts'
import { type Envelope, type InSameCommit, receiveMail } from './receive-mail.ts'

/** The HTTP door: the same raw store and the same job as SMTP. The same key hands over once, whatever the message. */
export async function deliverMailOverHttp(cx: Cx, request: FastifyRequest): Promise<{ id: number }> {
  const { body, headers, ip, method, url } = request
  if (!isStream(body)) throw notAMessage()
  const envelope: Envelope = { door: 'api', from: '', to: [], remote: ip }
  const key = headers['idempotency-key']
  // What is left unread of a message that is too large is read and dropped after the answer, not cut off.
  const source = body.iterator({ destroyOnReturn: false })
  if (typeof key !== 'string') return deliver(cx, source, envelope)
  const keyed = { key, method, url, body: { bytes: headers['content-length'] } }
  const answer = await once(cx, keyed, async (inner) => ({
    status: 202,
    body: await deliver(inner, source, envelope, async () => {}),
  }))
  return answer.body as { id: number }
}

/** The door for a pipe from postfix, exim or another mail system on this machine. */
export async function deliverFromPipe(cx: Cx, stream: Readable, from: string, to: string[]): Promise<{ id: number }> {
  return deliver(cx, stream, { door: 'pipe', from, to, remote: '' })
}

async function deliver(
  cx: Cx,
  stream: AsyncIterable<Buffer>,
  envelope: Envelope,
  also?: InSameCommit,
): Promise<{ id: number }> {
  const limit = settingOf(settings.smtpInSizeLimit)
  const { itemId } = await receiveMail(cx, stream, envelope, limit, also)
  return { id: itemId }
}

function isStream(body: unknown): body is Readable {
  return typeof (body as { pipe?: unknown } | null | undefined)?.pipe === 'function'
}
