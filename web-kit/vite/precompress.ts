import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const compressible = /\.(js|css|svg|html|json|txt)$/

/**
 * Writes .br and .gz beside every text asset, so that serving costs no compression, and fails the build when what the
 * first page loads is over its budget.
 */
export function precompress({ budget, name }: { budget: number; name: string }): Plugin {
  return {
    name: 'deskhand:precompress',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const sizes = new Map<string, number>()
      await Promise.all(
        Object.values(bundle).map(async (item) => {
          // index.html gets its nonce when it is sent, so it is never sent compressed from disk.
          if (!compressible.test(item.fileName) || item.fileName.endsWith('.html')) return
          const source = item.type === 'chunk' ? item.code : item.source
          const bytes = Buffer.from(source)
          const squeezed = await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
          sizes.set(item.fileName, squeezed.length)
          if (bytes.length < 1024) return
          this.emitFile({ type: 'asset', fileName: `${item.fileName}.br`, source: squeezed })
          this.emitFile({ type: 'asset', fileName: `${item.fileName}.gz`, source: await zip(bytes, { level: 9 }) })
        }),
      )
      const first = initialScripts(bundle)
      const total = [...first].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0)
      const words = `${name}: first page loads ${kB(total)} of JavaScript (brotli), budget ${kB(budget)}`
      if (total > budget) this.error(words)
      else this.info(words)
    },
  }
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...args: never[]) => unknown>>[1]

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
