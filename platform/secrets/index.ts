import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { settingOf } from '../config/index.ts'
import type { Reader } from '../db/index.ts'
import { settings } from './config.ts'
import './tables.ts'

const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM: 12 bytes of IV, 16 of tag, then the cipher text. */
export async function sealSecret(tx: Reader, secret: Buffer | string): Promise<Buffer> {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', await keyOf(tx), iv)
  const encrypted = Buffer.concat([cipher.update(Buffer.from(secret)), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted])
}

/** Throws when it was sealed under another key or changed since. */
export async function openSecret(reader: Reader, sealed: Buffer): Promise<Buffer> {
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(reader), sealed.subarray(0, ivBytes))
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
}

/** HMAC-SHA-256 of a text for one purpose, under a key that no other purpose has. */
export async function macOf(reader: Reader, purpose: string, text: string): Promise<Buffer> {
  const own = createHmac('sha256', await keyOf(reader))
    .update(purpose)
    .digest()
  return createHmac('sha256', own).update(text).digest()
}

async function keyOf(reader: Reader): Promise<Buffer> {
  const secret = settingOf(settings.authSecret)
  if (secret) return createHash('sha256').update(secret).digest()
  return (await storedKey(reader)) ?? makeKey(reader)
}

async function storedKey(reader: Reader): Promise<Buffer | undefined> {
  return (await reader.selectFrom('platform.secret').select('value').executeTakeFirst())?.value
}

async function makeKey(reader: Reader): Promise<Buffer> {
  await reader
    .insertInto('platform.secret')
    .values({ value: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const key = await storedKey(reader)
  if (!key) throw new Error('The key that was just made is gone')
  return key
}
