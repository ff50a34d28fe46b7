import webPush from 'web-push'
import type { Reader } from '../db/index.ts'
import { openSecret, sealSecret } from '../secrets/index.ts'
import './tables.ts'

export interface PushKey {
  publicKey: string
  privateKey: string
}

/** The desk's own key pair; made when it is first asked for, by whichever process is first. */
export async function pushKey(reader: Reader): Promise<PushKey> {
  const found = await storedKey(reader)
  if (found) return found
  const made = webPush.generateVAPIDKeys()
  await reader
    .insertInto('platform.pushKey')
    .values({ publicKey: made.publicKey, privateKey: await sealSecret(reader, made.privateKey) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await storedKey(reader)
  if (!kept) throw new Error('The push key that was just made is gone')
  return kept
}

async function storedKey(reader: Reader): Promise<PushKey | undefined> {
  const row = await reader.selectFrom('platform.pushKey').selectAll().executeTakeFirst()
  if (!row) return undefined
  return { publicKey: row.publicKey, privateKey: (await openSecret(reader, row.privateKey)).toString('utf8') }
}
