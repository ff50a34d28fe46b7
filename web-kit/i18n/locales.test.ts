import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const files = globSync('{web-kit,rooms/*/web,apps/*-web}/**/en.json', { cwd: root }).map((file) => resolve(root, file))

type Tree = { [key: string]: string | Tree }
const leaves = (tree: Tree, path = ''): Array<[string, string]> =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )
const read = (file: string) => new Map(leaves(JSON.parse(readFileSync(file, 'utf8')) as Tree))
const blanks = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1]).sort()

test.each(files)('%s says in German what it says in English', (file) => {
  const en = read(file)
  const de = read(file.replace(/en\.json$/, 'de.json'))
  expect([...de.keys()].sort()).toEqual([...en.keys()].sort())
  for (const [key, text] of en) expect([key, blanks(de.get(key) ?? '')]).toEqual([key, blanks(text)])
})
