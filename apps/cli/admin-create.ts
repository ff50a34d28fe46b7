import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { Value } from 'typebox/value'
import { publicUrl } from '../../platform/config/public-url.ts'
import { Problem } from '../../platform/errors/index.ts'
import { Email, Password } from '../../rooms/people/contract/shapes.ts'
import { createAdministrator } from '../../rooms/people/server/index.ts'
import { withDesk } from './with-desk.ts'

export const help = `Usage: deskhand admin create --email ADDRESS [--name NAME] [--password-stdin]

Adds an administrator, or makes one of a person the desk knows already. The desk may be running.

  --password-stdin  Read the password from standard input. Without it, a link is mailed and printed with which
                    they choose one themselves.`

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, name: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  })
  const { email, name } = values
  if (!email) throw new Problem('cli.email_missing', 400, '--email is missing. See --help.')
  if (!Value.Check(Email, email)) throw new Problem('cli.wrong_email', 400, `"${email}" is no e-mail address.`)
  const password = values['password-stdin'] ? await readPassword() : undefined
  await withDesk('deskhand admin create', async ({ cx }) => {
    const { invitationToken } = await cx.tx((tx) => createAdministrator(tx, { email, name, password }))
    console.log(`${email} is an administrator.`)
    if (invitationToken) console.log(`Choose a password here:\n  ${publicUrl()}/invitation?token=${invitationToken}`)
  })
  return 0
}

async function readPassword(): Promise<string> {
  // A pipe usually ends in a line break that is no part of the password.
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  if (password === '') throw new Problem('cli.password_missing', 400, 'Standard input held no password.')
  if (Value.Check(Password, password)) return password
  throw new Problem('cli.wrong_password', 400, 'A password has 10 to 256 characters.')
}
