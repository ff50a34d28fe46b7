import type { Readable } from 'node:stream'
import { settingOf } from '../../../platform/config/index.ts'
import type { Cx } from '../../../platform/cx.ts'
import { settings } from './config.ts'
import { notAMessage } from './errors.ts'
import { type Envelope, receiveMail } from './receive-mail.ts'

/** The HTTP door: the same raw store and the same job as SMTP. */
export async function deliverMailOverHttp(cx: Cx, body: unknown, remote: string): Promise<{ id: number }> {
  if (!isStream(body)) throw notAMessage()
  return deliver(cx, body, { door: 'api', from: '', to: [], remote })
}

/** The door for a pipe from postfix, exim or another mail system on this machine. */
export async function deliverFromPipe(cx: Cx, stream: Readable, from: string, to: string[]): Promise<{ id: number }> {
  return deliver(cx, stream, { door: 'pipe', from, to, remote: '' })
}

async function deliver(cx: Cx, stream: Readable, envelope: Envelope): Promise<{ id: number }> {
  const limit = settingOf(settings.smtpInSizeLimit)
  const { itemId } = await receiveMail(cx, stream as AsyncIterable<Buffer>, envelope, limit)
  return { id: itemId }
}

function isStream(body: unknown): body is Readable {
  return typeof (body as { pipe?: unknown } | null | undefined)?.pipe === 'function'
}
