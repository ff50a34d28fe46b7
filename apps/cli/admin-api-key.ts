import { parseArgs } from 'node:util'
import { Problem } from '../../platform/errors/index.ts'
import { createApiKeyFor } from '../../rooms/people/server/index.ts'
import { withDesk } from './with-desk.ts'

export const help = `Usage: deskhand admin api-key --name NAME --role ROLE

Makes an API key and prints it, and nothing else, on standard output. It cannot be shown again. The desk may be running.

  --name  What the key is for, as it stands in the list of keys and in what it does.
  --role  requester, technician, lead, administrator, or the name of a role of your own.`

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { name: { type: 'string' }, role: { type: 'string' } } })
  const { name, role } = values
  if (!name || !role) throw new Problem('cli.option_missing', 400, '--name and --role are needed. See --help.')
  const key = await withDesk('deskhand admin api-key', ({ cx }) => cx.tx((tx) => createApiKeyFor(tx, { name, role })))
  console.log(key)
  return 0
}
