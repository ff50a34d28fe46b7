import { timingSafeEqual } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { deskAddress } from '../../../platform/mail/index.ts'
import { keepInMemory } from '../../../platform/memory/index.ts'
import { macOf } from '../../../platform/secrets/index.ts'
import { type MailboxCard, withoutTag } from './mailboxes.ts'

/** 50 bits: nobody guesses one by mail, and a domain's limit of 64 characters leaves room for a name. */
const SIGNATURE_CHARS = 10
/** RFC 5321, 4.5.3.1.1. */
const MAX_LOCAL_PART = 64
/** Without 0, 1, 8 and 9, and the same in upper and lower case: some programs change that. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** `t`: a ticket by its number; `s`: a side conversation by its id. */
export type ReplyKind = 't' | 's'

const TAGGED = /^([^@\s]+)\+([ts])(\d{1,15})\.([a-z2-7]{10})@([^@\s]+)$/i

/**
 * The address that answers are asked to, `support+t1042.<signature>@…`: it finds its ticket whatever a program does to
 * subject and references. Null where tags are not known to get through, or would make it too long.
 */
export async function replyAddress(
  reader: Reader,
  mailbox: Pick<MailboxCard, 'address' | 'replyTags'> | undefined,
  kind: ReplyKind,
  id: number,
): Promise<string | null> {
  const address = mailbox?.address ?? deskAddress()
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  if (local.includes('+') || !(await tagsWork(reader, mailbox, address))) return null
  const tagged = `${local}+${kind}${id}.${await signature(reader, kind, id)}`
  return tagged.length > MAX_LOCAL_PART ? null : `${tagged}${address.slice(at)}`
}

/** What the first address with a valid signature stands for; a wrong signature is worth nothing. */
export async function readReplyAddress(
  reader: Reader,
  addresses: Iterable<string>,
  kind: ReplyKind,
): Promise<number | null> {
  for (const address of addresses) {
    const [, , given = '', digits = '', mac = ''] = TAGGED.exec(address.trim()) ?? []
    if (given.toLowerCase() !== kind || Number(digits) < 1) continue
    const expected = Buffer.from(await signature(reader, kind, Number(digits)))
    if (timingSafeEqual(Buffer.from(mac.toLowerCase()), expected)) return Number(digits)
  }
  return null
}

async function tagsWork(
  reader: Reader,
  mailbox: Pick<MailboxCard, 'replyTags'> | undefined,
  address: string,
): Promise<boolean> {
  if (mailbox && mailbox.replyTags !== 'auto') return mailbox.replyTags === 'on'
  return (await taggedAddresses.get(reader)).has(address)
}

/** Addresses of the desk that mail with a tag has reached; a handful, asked with every mail. */
export const taggedAddresses = keepInMemory('addresses that take tags', async (reader) => {
  const rows = await reader.selectFrom('intake.taggedAddress').select('address').execute()
  return new Set(rows.map((row) => row.address))
})

async function signature(reader: Reader, kind: ReplyKind, id: number): Promise<string> {
  const mac = await macOf(reader, 'reply address', `${kind}${id}`)
  let out = ''
  for (let at = 0; at < SIGNATURE_CHARS; at++) out += ALPHABET.charAt((mac[at] ?? 0) & 31)
  return out
}

/** Remembers that mail to the address with a tag got here, so that answers may be asked to such addresses. */
export async function proveTags(tx: Tx, addresses: Iterable<string>, ours: readonly string[]): Promise<void> {
  const known = new Set(ours.map((address) => address.toLowerCase()))
  const tagged = [...addresses].filter((address) => /\+[^@]*@/.test(address)).map(withoutTag)
  if (tagged.length === 0) return
  const proved = await taggedAddresses.get(tx)
  for (const address of new Set(tagged)) {
    if (!known.has(address) || proved.has(address)) continue
    await taggedAddresses.forget(tx)
    await tx
      .insertInto('intake.taggedAddress')
      .values({ address, provedAt: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
