import { createRequire } from 'node:module'

interface ParseOptions {
  tsx?: boolean
}
interface Swc {
  parseFileSync: (path: string, options: ParseOptions) => unknown
}

// dependency-cruiser 17 asks swc for TypeScript without JSX, so that no .tsx file can be read. Loaded before it with
// `--import`, this turns JSX on for exactly those files.
const swc = createRequire(import.meta.url)('@swc/core') as Swc
const parse = swc.parseFileSync
swc.parseFileSync = (path, options) => parse(path, { ...options, tsx: path.endsWith('.tsx') })
