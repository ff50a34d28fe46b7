import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Keeps compiled (and type-stripped) sources between starts. It must be on before anything else is imported.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/deskhand'))
const { runCli } = await import('./run-cli.ts')
process.exitCode = await runCli(process.argv.slice(2))
