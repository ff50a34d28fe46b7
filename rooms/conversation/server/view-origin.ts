import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import { openSentMail } from '../../../platform/mail/index.ts'
import { headerOf, type MailHeader, sourceStart } from '../../intake/server/index.ts'
import type { MessageOrigin } from '../contract/origin.ts'
import { messageFor } from './access.ts'
import { noSource } from './errors.ts'

/** No header that anybody should read is longer. */
const HEADER_BYTES = 256 * 1024

/** The header of a message's e-mail, whether it came in or went out, and the servers it passed. */
export async function viewOrigin(cx: Cx, number: number, id: number): Promise<Static<typeof MessageOrigin>> {
  const { message } = await messageFor(cx.db, cx.actor, number, id)
  if (message.itemId !== null) {
    const { bytes, size } = await sourceStart(cx.db, message.itemId, HEADER_BYTES)
    return presentHeader(headerOf(bytes), size)
  }
  if (message.outboxId === null) throw noSource()
  return presentHeader(headerOf(await startOf(await openSentMail(cx.db, message.outboxId))), null)
}

function presentHeader({ fields, hops }: MailHeader, size: number | null): Static<typeof MessageOrigin> {
  return { headers: fields, hops: hops.map((hop) => ({ ...hop, at: hop.at?.toISOString() ?? null })), size }
}

async function startOf(stream: AsyncIterable<Buffer> & { destroy?: () => void }): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size > HEADER_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, HEADER_BYTES)
}
