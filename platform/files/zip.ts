import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'

export interface ZipEntry {
  name: string
  size: number
  at: Date
  open: () => AsyncIterable<Uint8Array>
}

/** Without the 64-bit form no archive and no entry may reach four gigabytes (APPNOTE, 4.4.8); more than that is no download. */
export const ZIP_MAX_BYTES = 2 * 1024 ** 3
/** 65,535 are the most (APPNOTE, 4.4.21). */
export const ZIP_MAX_FILES = 5000

/**
 * A zip archive written as it is read: one file at a time in pieces, nothing gathered, stored as they are (what people
 * attach is packed already). Names are UTF-8; those that occur twice are numbered.
 */
export function zipOf(entries: readonly ZipEntry[]): Readable {
  return Readable.from(write(entries), { objectMode: false })
}

/** UTF-8 names, and sizes that follow the bytes (APPNOTE, 4.4.4). */
const FLAGS = 0x0808
const VERSION = 20

async function* write(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  const names = new Set<string>()
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(freeName(entry.name, names))
    const head = localHead(name, entry.at)
    yield head
    let crc = 0
    let size = 0
    for await (const chunk of entry.open()) {
      crc = crc32(chunk, crc)
      size += chunk.length
      yield chunk
    }
    const sums = numbers([4, 0x08074b50], [4, crc], [4, size], [4, size])
    yield sums
    directory.push(directoryEntry(name, entry.at, crc, size, offset))
    offset += head.length + size + sums.length
  }
  const listed = Buffer.concat(directory)
  yield listed
  const count = entries.length
  yield numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, offset], [2, 0])
}

function localHead(name: Buffer, at: Date): Buffer {
  const fixed: Field[] = [[4, 0x04034b50], [2, VERSION], [2, FLAGS], [2, 0], ...dosTime(at), [4, 0], [4, 0], [4, 0]]
  return Buffer.concat([numbers(...fixed, [2, name.length], [2, 0]), name])
}

function directoryEntry(name: Buffer, at: Date, crc: number, size: number, offset: number): Buffer {
  const fixed: Field[] = [[4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, 0], ...dosTime(at), [4, crc]]
  const rest: Field[] = [
    [4, size],
    [4, size],
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  ]
  return Buffer.concat([numbers(...fixed, ...rest), name])
}

type Field = readonly [bytes: 2 | 4, value: number]

function numbers(...fields: readonly Field[]): Buffer {
  const out = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) at = out.writeUIntLE(value, at, bytes)
  return out
}

/** Time and date in two seconds and days since 1980. */
function dosTime(at: Date): [Field, Field] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const years = Math.min(127, Math.max(0, at.getUTCFullYear() - 1980))
  return [
    [2, time],
    [2, (years << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()],
  ]
}

/** A name that is free, that leads into no folder, and that Windows takes too. */
function freeName(given: string, taken: Set<string>): string {
  const safe = given.replace(/[\u0000-\u001f<>:"/\\|?*]/g, '_').replace(/^\.+|[. ]+$/g, '') || 'file'
  const dot = safe.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, '']
  let name = safe
  for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${stem} (${at})${ending}`
  taken.add(name.toLowerCase())
  return name
}
