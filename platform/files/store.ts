import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Bytes under their SHA-256. The shape is that of an object store, so that S3 can stand behind it as well. */
export interface BlobStore {
  put(content: Readable | Uint8Array): Promise<{ sha256: string; size: number }>
  /** The bytes, or those from `start` to `end`, both included. */
  get(sha256: string, range?: { start: number; end: number }): Readable
  has(sha256: string): Promise<boolean>
  remove(sha256: string): Promise<void>
}

/** Blobs on disk: written beside, synced, then renamed into place, so that a half-written one is never seen. */
export function openDiskStore(folder: string): BlobStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    async put(content) {
      const temporary = join(folder, 'incoming', randomUUID())
      await mkdir(dirname(temporary), { recursive: true })
      try {
        const written = await writeHashed(content, temporary)
        const target = pathOf(written.sha256)
        await mkdir(dirname(target), { recursive: true })
        await rename(temporary, target)
        await syncFolder(dirname(target))
        return written
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
    get: (sha256, range) => createReadStream(pathOf(sha256), range),
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  }
}

async function writeHashed(content: Readable | Uint8Array, path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  const source = content instanceof Readable ? content : Readable.from([content], { objectMode: false })
  await pipeline(source, measure, createWriteStream(path, { flush: true }))
  return { sha256: hash.digest('hex'), size }
}

async function syncFolder(path: string): Promise<void> {
  // A folder cannot be opened for syncing on Windows; its rename is durable by itself there.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
