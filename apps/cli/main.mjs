// JavaScript, so that Node loads no TypeScript compiler (20 MB, a fifth of a second): everything else comes, already
// stripped, from the compile cache, which must be on before anything is imported.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/deskhand'))
const { runCli } = await import('./run-cli.ts')
process.exitCode = await runCli(process.argv.slice(2))
