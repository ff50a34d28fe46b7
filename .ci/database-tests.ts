import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Prints the test files that come to a database of their own, directly or through what they import: for another PostgreSQL. */
const database = 'platform/testkit/database.ts'
const imports = new Map<string, string[]>()

function importsOf(file: string): string[] {
  const known = imports.get(file)
  if (known) return known
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    join(dirname(file), match[1] ?? ''),
  )
  imports.set(file, found)
  return found
}

function reachesDatabase(test: string): boolean {
  const seen = new Set([test])
  for (const file of seen) for (const next of importsOf(file)) seen.add(next)
  return seen.has(database)
}

const tests = process.argv
  .slice(2)
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((file) => /\.test\.tsx?$/.test(file))
console.log(tests.filter(reachesDatabase).sort().join('\n'))
