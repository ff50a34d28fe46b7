import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from '../../platform/config/index.ts'
import { processSettings } from '../../platform/config/settings.ts'
import { Problem } from '../../platform/errors/index.ts'
import { deliverFromPipe } from '../../rooms/intake/server/index.ts'
import { explain } from './explain.ts'
import { withDesk } from './with-desk.ts'

export const help = `Usage: deskhand deliver [--from <address>] [--to <address>]… < message

Takes one raw e-mail from standard input, for a pipe from postfix, exim or another mail server, e.g. in /etc/aliases:

  support: "|/path/to/deskhand deliver --to support@example.org"

Exit codes are those of sysexits.h: 0 stored, 64 not understood, 65 no message or too large a one, 75 try again later (the
mail server keeps the message meanwhile).`

const EX_USAGE = 64
const EX_DATAERR = 65
const EX_TEMPFAIL = 75

export async function run(args: string[]): Promise<number> {
  let options: { from?: string; to?: string[] }
  try {
    options = parseArgs({ args, options: { from: { type: 'string' }, to: { type: 'string', multiple: true } } }).values
  } catch (error) {
    console.error(`deskhand deliver: ${explain(error)}`)
    return EX_USAGE
  }
  try {
    assertDesk()
    await withDesk('deskhand deliver', ({ cx }) =>
      deliverFromPipe(cx, process.stdin, options.from ?? '', options.to ?? []),
    )
    return 0
  } catch (error) {
    console.error(`deskhand deliver: ${explain(error)}`)
    const ownFault = error instanceof Problem && (error.status === 413 || error.status === 422)
    return ownFault ? EX_DATAERR : EX_TEMPFAIL
  }
}

/** A mistaken folder would get a desk of its own, which swallows every mail and which nobody looks into. */
function assertDesk(): void {
  const { databaseUrl, dataDir } = readSettings(processSettings, process.env)
  if (databaseUrl || existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) return
  const words = `There is no desk in ${resolve(dataDir)}. Set DATA_DIR to the folder of the desk, or start it once.`
  throw new Problem('cli.no_desk', 503, words)
}
