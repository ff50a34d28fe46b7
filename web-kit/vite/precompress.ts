import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const compressible = /\.(js|css|svg|json|txt)$/

/**
 * Writes .br and .gz beside every text asset, so that serving costs no compression, and fails the build when what the
 * first page loads is over its budget.
 */
export function precompress({ budget, name }: { budget: number; name: string }): Plugin {
  return {
    name: 'deskhand:precompress',
    apply: 'build',
    enforce: 'post',
    // From the files as they were written: other plugins still change chunks while the bundle is generated.
    async writeBundle({ dir = '.' }, bundle) {
      const sizes = new Map<string, number>()
      const first = initialScripts(bundle)
      await Promise.all(
        Object.keys(bundle).map(async (file) => {
          if (!compressible.test(file)) return
          const bytes = await readFile(join(dir, file))
          // The best quality takes ten times as long as the next; the build is part of the very first start.
          const quality = first.has(file) ? 11 : 9
          const squeezed = await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
          sizes.set(file, squeezed.length)
          if (bytes.length < 1024) return
          await writeFile(join(dir, `${file}.br`), squeezed)
          await writeFile(join(dir, `${file}.gz`), await zip(bytes, { level: 9 }))
        }),
      )
      const total = [...first].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0)
      const words = `${name}: first page loads ${kB(total)} of JavaScript (brotli), budget ${kB(budget)}`
      if (total > budget) this.error(words)
      else this.info(words)
    },
  }
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

type Bundle = Parameters<Extract<NonNullable<Plugin['writeBundle']>, (...args: never[]) => unknown>>[1]

function initialScripts(bundle: Bundle): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string) => {
    const item = bundle[file]
    if (item?.type !== 'chunk' || seen.has(file)) return
    seen.add(file)
    for (const next of item.imports) visit(next)
  }
  for (const item of Object.values(bundle)) if (item.type === 'chunk' && item.isEntry) visit(item.fileName)
  return seen
}
