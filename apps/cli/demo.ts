import { parseArgs } from 'node:util'
import { announce, runUntilStopped, stopAsked } from './serve.ts'
import { startDesk } from './start-desk.ts'

export const help = `Usage: deskhand demo [--no-build]

Runs the desk with the example hospital in it (loaded once), prints accounts to sign in with, then shows the main job on
real input: it sends an e-mail to the desk's own listener and prints the ticket that it became. The example is not for
a desk that is used: its passwords are known to everybody.

  --no-build  Serve the web pages as they were built before, even when their sources have changed.`

export async function run(args: string[]): Promise<number> {
  const options = { build: { type: 'boolean', default: true } } as const
  const { values } = parseArgs({ args, options, allowNegative: true })
  const started = performance.now()
  const stop = stopAsked()
  const server = await startDesk({ role: 'all', build: values.build })
  try {
    const { worlds } = await import('../../db/seeds/index.ts')
    const { showMailBecomeTicket } = await import('./mail-becomes-ticket.ts')
    const hospital = worlds['harbour-hospital']
    if (!(await hospital.isLoaded(server.assembly.db))) {
      console.log('Loading the example hospital …')
      await hospital.load({ assembly: server.assembly, pool: server.database.pool }, {}, (line) =>
        console.log(`  ${line}`),
      )
    }
    await announce(server, performance.now() - started)
    console.log(`\nSign in with one of these:\n${accountsTable(hospital.accounts)}\n`)
    await showMailBecomeTicket(server.url ?? '', hospital.accounts, console.log)
    console.log('\nCtrl-C stops the desk; what you do in it is kept.')
  } catch (error) {
    await server.stop()
    throw error
  }
  return runUntilStopped(server, stop)
}

function accountsTable(accounts: readonly { name: string; email: string; password: string; role: string }[]): string {
  const rows = accounts.map(({ email, password, name, role }) => [email, password, `${name}, ${role}`] as const)
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column as 0 | 1].length)))
  return rows
    .map(([email, password, who]) => `  ${email.padEnd(widths[0]!)}  ${password.padEnd(widths[1]!)}  ${who}`)
    .join('\n')
}
