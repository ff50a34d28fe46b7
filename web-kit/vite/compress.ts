import { existsSync } from 'node:fs'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { firstPageScripts } from './first-page.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const compressible = /\.(js|css|svg|json|txt)$/

/**
 * Writes .br and .gz beside every text file of a built app, so that serving costs no compression. What the first page
 * loads comes first and is pressed as hard as can be, which for everything would take ten times as long.
 */
export async function compressApp(app: string): Promise<void> {
  const first = await firstPageScripts(app)
  const rest = (await readdir(app, { recursive: true })).filter((file) => compressible.test(file))
  for (const file of new Set([...first, ...rest])) await compressFile(join(app, file), first.includes(file) ? 11 : 9)
}

/** What the scripts of an app's first page weigh on the line, in bytes. */
export async function firstPageSize(app: string): Promise<number> {
  const squeezed = (await firstPageScripts(app)).map(async (file) => brotliAt(11, await readFile(join(app, file))))
  return (await Promise.all(squeezed)).reduce((total, { length }) => total + length, 0)
}

async function compressFile(file: string, quality: number): Promise<void> {
  // The second is written last: with it, both are there from a run that was ended early.
  if (existsSync(`${file}.gz`)) return
  const bytes = await readFile(file)
  if (bytes.length < 1024) return
  await writeWhole(`${file}.br`, await brotliAt(quality, bytes))
  await writeWhole(`${file}.gz`, await zip(bytes, { level: 6 }))
}

/** Renamed, so that whoever reads the file at this moment reads all of it. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await writeFile(`${file}.${process.pid}`, bytes)
  await rename(`${file}.${process.pid}`, file)
}

const brotliAt = (quality: number, bytes: Buffer) =>
  brotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
