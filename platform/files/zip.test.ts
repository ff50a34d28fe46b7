import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { type ZipEntry, zipOf } from './zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'zip-'))
afterAll(() => rmSync(folder, { recursive: true }))

const entry = (name: string, ...pieces: string[]): ZipEntry => ({
  name,
  size: Buffer.byteLength(pieces.join('')),
  at: new Date('2026-03-02T09:10:12Z'),
  open: async function* () {
    for (const piece of pieces) yield Buffer.from(piece)
  },
})

/** What a reader of the central directory finds. */
function read(zip: Buffer): { name: string; text: string }[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const found: { name: string; text: string }[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [crc, size, nameLength] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(start, start + size)
    expect(crc32(bytes)).toBe(crc)
    found.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), text: bytes.toString() })
    at += 46 + nameLength
  }
  return found
}

test('an archive holds every file under a name of its own that leads nowhere', async () => {
  const zip = await buffer(
    zipOf([
      entry('scan.png', 'one'),
      entry('SCAN.png', 'two', ' pieces'),
      entry('../../etc/passwd', 'x'),
      entry('größe 日本.txt', 'ä'),
      entry('..', ''),
    ]),
  )
  expect(read(zip)).toEqual([
    { name: 'scan.png', text: 'one' },
    { name: 'SCAN (2).png', text: 'two pieces' },
    { name: '_.._etc_passwd', text: 'x' },
    { name: 'größe 日本.txt', text: 'ä' },
    { name: 'file', text: '' },
  ])
})

test('another program unpacks it', async (context) => {
  const path = join(folder, 'all.zip')
  writeFileSync(path, await buffer(zipOf([entry('a.txt', 'first'), entry('b.txt', 'se', 'cond')])))
  try {
    execFileSync('python3', ['-m', 'zipfile', '-e', path, join(folder, 'out')])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return context.skip()
    throw error
  }
  expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['a.txt', 'b.txt'])
  expect(readFileSync(join(folder, 'out', 'b.txt'), 'utf8')).toBe('second')
})

test('a file that cannot be read breaks the archive instead of leaving it short', async () => {
  // biome-ignore lint/correctness/useYield: it is what goes wrong before the first byte
  const gone = async function* (): AsyncGenerator<Uint8Array> {
    throw new Error('gone')
  }
  const broken = { ...entry('a.txt', 'x'), open: gone }
  await expect(buffer(zipOf([broken]))).rejects.toThrow()
})
