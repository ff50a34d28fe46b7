import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'
import { firstPageScripts } from './first-page.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const compressible = /\.(js|css|svg|json|txt)$/

/**
 * Writes .br and .gz beside every text asset, so that serving costs no compression. Not at the best quality, which takes
 * twenty times as long and would be waited for at the very first start: `squeeze` adds that afterwards, where it counts.
 */
export const precompress = (): Plugin => ({
  name: 'deskhand:precompress',
  apply: 'build',
  enforce: 'post',
  // From the files as they were written: other plugins still change chunks while the bundle is generated.
  async writeBundle({ dir = '.' }, bundle) {
    await Promise.all(
      Object.keys(bundle)
        .filter((file) => compressible.test(file))
        .map(async (file) => {
          const bytes = await readFile(join(dir, file))
          if (bytes.length < 1024) return
          await writeFile(join(dir, `${file}.br`), await brotliAt(9, bytes))
          await writeFile(join(dir, `${file}.gz`), await zip(bytes, { level: 6 }))
        }),
    )
  },
})

/** Compresses the scripts of an app's first page as well as can be. Returns their size in bytes, all together. */
export async function squeeze(app: string): Promise<number> {
  let total = 0
  for (const file of await firstPageScripts(app)) {
    const squeezed = await brotliAt(11, await readFile(join(app, file)))
    total += squeezed.length
    // Renamed, so that whoever reads the file at this moment reads all of it.
    await writeFile(join(app, `${file}.${process.pid}`), squeezed)
    await rename(join(app, `${file}.${process.pid}`), join(app, `${file}.br`))
  }
  return total
}

const brotliAt = (quality: number, bytes: Buffer) =>
  brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
