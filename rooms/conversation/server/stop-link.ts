import { createHmac, timingSafeEqual } from 'node:crypto'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { macOf } from '../../../platform/secrets/index.ts'

const TOKEN = /^(\d{1,15})-(\d{1,15})-([\w-]{22})$/

/** Makes the links by which people in copy end the mails about a ticket: one for each, and no expiry (RFC 8058, 3.1). */
export async function stopLinks(reader: Reader, ticketNumber: number): Promise<(personId: number) => string> {
  const key = await keyOf(reader, ticketNumber)
  return (personId) => `${publicUrl()}/stop/${ticketNumber}-${personId}-${signatureOf(key, personId)}`
}

/** Whose mails about which ticket a link stands for; undefined for one that the desk did not make. */
export async function readStopToken(
  reader: Reader,
  token: string,
): Promise<{ ticketNumber: number; personId: number } | undefined> {
  const [, number, person, given] = TOKEN.exec(token) ?? []
  if (given === undefined) return undefined
  const [ticketNumber, personId] = [Number(number), Number(person)]
  const expected = signatureOf(await keyOf(reader, ticketNumber), personId)
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? { ticketNumber, personId } : undefined
}

const keyOf = (reader: Reader, ticketNumber: number) => macOf(reader, 'stop mail', String(ticketNumber))

/** 128 bits. */
function signatureOf(key: Buffer, personId: number): string {
  return createHmac('sha256', key).update(String(personId)).digest().subarray(0, 16).toString('base64url')
}
