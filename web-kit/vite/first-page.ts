import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What Vite writes of each chunk into `.vite/manifest.json`; the parts used here. */
interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
}

/** The scripts that a page loads before it can show anything, as paths in the folder of the built app. */
export async function firstPageScripts(app: string): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(app, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const seen = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(chunk.file)) return
    seen.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key)
  return [...seen]
}
