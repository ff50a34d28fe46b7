import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { settingOf } from '../../../platform/config/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { settings } from './config.ts'

const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM: 12 bytes of IV, 16 of tag, then the cipher text. */
export async function encryptSecret(tx: Tx, secret: Buffer): Promise<Buffer> {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', await keyOf(tx), iv)
  const encrypted = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted])
}

/** Throws when it was encrypted under another key or changed since. */
export async function decryptSecret(tx: Tx, stored: Buffer): Promise<Buffer> {
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(tx), stored.subarray(0, ivBytes))
  decipher.setAuthTag(stored.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(stored.subarray(ivBytes + tagBytes)), decipher.final()])
}

async function keyOf(tx: Tx): Promise<Buffer> {
  const secret = settingOf(settings.authSecret)
  if (secret) return createHash('sha256').update(secret).digest()
  await tx
    .insertInto('people.secret')
    .values({ value: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value } = await tx.selectFrom('people.secret').select('value').executeTakeFirstOrThrow()
  return value
}
