import { Readable } from 'node:stream'
import type { Reader } from '../../../platform/db/index.ts'
import { itemNotFound } from './errors.ts'

/** The whole message, for parsing. */
export async function rawBytes(reader: Reader, rawId: number): Promise<Buffer> {
  const rows = await reader
    .selectFrom('intake.rawChunk')
    .select('bytes')
    .where('rawId', '=', rawId)
    .orderBy('seq')
    .execute()
  return rows.length === 1 && rows[0] ? rows[0].bytes : Buffer.concat(rows.map((row) => row.bytes))
}

/** The message as it came, read chunk by chunk. Throws `intake.not_found`. */
export async function sourceOf(reader: Reader, itemId: number): Promise<Readable> {
  const item = await reader.selectFrom('intake.item').select('rawId').where('id', '=', itemId).executeTakeFirst()
  if (!item) throw itemNotFound({ id: itemId })
  return Readable.from(chunksOf(reader, item.rawId), { objectMode: false })
}

async function* chunksOf(reader: Reader, rawId: number): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq++) {
    const row = await reader
      .selectFrom('intake.rawChunk')
      .select('bytes')
      .where('rawId', '=', rawId)
      .where('seq', '=', seq)
      .executeTakeFirst()
    if (!row) return
    yield row.bytes
  }
}
