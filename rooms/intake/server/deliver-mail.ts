import type { Readable } from 'node:stream'
import { settingOf } from '../../../platform/config/index.ts'
import type { Cx } from '../../../platform/cx.ts'
import { settings } from './config.ts'
import { notAMessage } from './errors.ts'
import { receiveMail } from './receive-mail.ts'

/** The HTTP door: the same raw store and the same job as SMTP. */
export async function deliverMailOverHttp(cx: Cx, body: unknown, remote: string): Promise<{ id: number }> {
  if (!isStream(body)) throw notAMessage()
  const envelope = { door: 'api', from: '', to: [], remote } as const
  const { itemId } = await receiveMail(
    cx,
    body as AsyncIterable<Buffer>,
    { ...envelope, to: [] },
    settingOf(settings.smtpInSizeLimit),
  )
  return { id: itemId }
}

function isStream(body: unknown): body is Readable {
  return typeof (body as { pipe?: unknown } | null | undefined)?.pipe === 'function'
}
