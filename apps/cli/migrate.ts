import { parseArgs } from 'node:util'
import { withDesk } from './with-desk.ts'

export const help = `Usage: deskhand migrate

Brings the database up to date. \`serve\` does the same when it starts; use this where one step of a roll-out should do it.`

export async function run(args: string[]): Promise<number> {
  parseArgs({ args })
  await withDesk('deskhand migrate', async ({ migrated }) => {
    for (const name of migrated) console.log(`applied ${name}`)
    console.log(migrated.length === 0 ? 'The database was up to date already.' : 'The database is up to date.')
  })
  return 0
}
