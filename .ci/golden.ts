import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rooms } from '../apps/server/compose.ts'
import { describeFacts } from './golden/facts.ts'
import { describeOpenApi } from './golden/openapi.ts'
import { describeRights } from './golden/rights.ts'
import { describeSchema } from './golden/schema.ts'
import { describeSettings } from './golden/settings.ts'

/**
 * Files that are generated from the program and committed, so that a change of what others rely on shows in the diff.
 * `npm run golden` writes them; with `--check` it only says which are out of date.
 */
const golden: Record<string, () => string | Promise<string>> = {
  'db/schema.sql': describeSchema,
  'docs/CONFIGURATION.md': () => describeSettings(rooms),
  'docs/facts.md': () => describeFacts(rooms),
  'docs/api/rights.md': () => describeRights(rooms),
  'docs/api/openapi.json': () => describeOpenApi(rooms),
}

const root = join(import.meta.dirname, '..')
const stale: string[] = []
for (const [path, describe] of Object.entries(golden)) {
  const wanted = await describe()
  const found = await readFile(join(root, path), 'utf8').catch(() => '')
  if (found === wanted) continue
  stale.push(path)
  if (!process.argv.includes('--check')) await writeFile(join(root, path), wanted)
}
const verdict = process.argv.includes('--check') ? 'out of date; run npm run golden' : 'written'
for (const path of stale) console.log(`${path}: ${verdict}`)
process.exit(process.argv.includes('--check') && stale.length > 0 ? 1 : 0)
