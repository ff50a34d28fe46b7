import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { rankOf } from '../rooms/order.ts'

/**
 * The other half of the import law, which imports cannot show: a room may read tables of schemas on its left, never on
 * its right, and it writes only its own.
 */
const tables = [...readFileSync('db/schema.sql', 'utf8').matchAll(/^create table (\w+)\.(\w+)/gm)].map(
  ([, schema, table]) => ({
    schema: schema ?? '',
    names: new Set([`${schema}.${table}`, `${schema}.${camel(table ?? '')}`]),
  }),
)

const broken: string[] = []
for await (const path of glob('rooms/*/server/**/*.ts')) {
  if (path.endsWith('.test.ts')) continue
  const room = path.split(/[\\/]/)[1] ?? ''
  const text = readFileSync(path, 'utf8')
  for (const { schema, names } of tables) {
    if (schema === room || schema === 'platform') continue
    for (const name of names) {
      if (rankOf(schema) >= rankOf(room) && mentions(text, name))
        broken.push(`${path} reads ${name}, which is not on its left`)
      if (writes(text, name)) broken.push(`${path} writes ${name}, which is another room's`)
    }
  }
}
for (const line of new Set(broken)) console.log(line)
process.exit(broken.length === 0 ? 0 : 1)

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function mentions(text: string, name: string): boolean {
  return new RegExp(
    `(from|join|into|update|table|From|Join|Into|Table)\\s*\\(?\\s*['"\`]?${name.replace('.', '\\.')}\\b`,
    'i',
  ).test(text)
}

function writes(text: string, name: string): boolean {
  const quoted = name.replace('.', '\\.')
  return new RegExp(`((insertInto|updateTable|deleteFrom)\\('|(insert into|update|delete from)\\s+)${quoted}\\b`).test(
    text,
  )
}
