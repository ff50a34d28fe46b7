import { spawnSync } from 'node:child_process'

/** `npm run check`: everything that can be said of the tree without running the product. Stops at nothing, sums up. */
const steps: readonly [name: string, command: string, ...args: string[]][] = [
  ['types', 'tsc', '-p', '.'],
  ['style', 'biome', 'check', '--error-on-warnings', '.'],
  [
    'import law',
    'node',
    ...['--import', './.ci/parse-tsx.ts', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'],
    ...['--config', '.dependency-cruiser.mjs', 'platform', 'rooms', 'apps', 'web-kit', 'db'],
  ],
  ['table law', 'node', '.ci/sql-law.ts'],
  ['unused', 'knip'],
  ['lock file', 'node', '.ci/lock.ts', '--check'],
  ['golden files', 'node', '.ci/golden.ts', '--check'],
]

const failed = steps.filter(([name, command, ...args]) => {
  const started = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return status !== 0
})
process.exit(failed.length === 0 ? 0 : 1)
