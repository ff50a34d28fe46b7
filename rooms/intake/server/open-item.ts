import type { Cx } from '../../../platform/cx.ts'
import { parseMail } from './parse/parse-mail.ts'
import { rawBytes } from './raw-source.ts'
import type { Delivered } from './read-item.ts'
import { authenticateMail } from './trust/authenticate-mail.ts'

export type OpenedItem = Delivered

/** The message of an item that waits to be filed, parsed and its sender checked; undefined when it does not wait. */
export async function openItem(cx: Cx, itemId: number): Promise<OpenedItem | undefined> {
  const item = await cx.db
    .selectFrom('intake.item as i')
    .innerJoin('intake.rawMessage as r', 'r.id', 'i.rawId')
    .leftJoin('intake.rawChunk as c', (join) => join.onRef('c.rawId', '=', 'i.rawId').on('c.seq', '=', 0))
    .select(['i.rawId', 'r.envelopeFrom', 'r.envelopeTo', 'r.door', 'r.remote', 'r.size', 'c.bytes'])
    .where('i.id', '=', itemId)
    .where('i.state', '=', 'received')
    .executeTakeFirst()
  if (!item) return undefined
  // Most messages have only the one piece.
  const raw = item.bytes?.length === item.size ? item.bytes : await rawBytes(cx.db, item.rawId)
  const mail = parseMail(raw)
  // RFC 5321, 4.5.5: whoever names no sender wants no answer; the header need not say so.
  if (item.door === 'smtp' && item.envelopeFrom === '')
    mail.nature = {
      ...mail.nature,
      auto: true,
      bounce: true,
      reason: mail.nature.reason ?? 'Its envelope names no sender.',
    }
  const { door, envelopeFrom, envelopeTo } = item
  return { mail, door, envelopeFrom, envelopeTo, trust: await authenticateMail(raw, mail, item) }
}
