import { parseArgs } from 'node:util'
import { worlds } from '../../db/seeds/index.ts'
import { refuseUsedDesk } from '../../db/seeds/refuse-used-desk.ts'
import { Problem } from '../../platform/errors/index.ts'
import { withDesk } from './with-desk.ts'

export const help = `Usage: deskhand seed --world ${Object.keys(worlds).join('|')} [--tickets N]

Loads an example world into a desk without tickets. The desk may be running.

  empty             What every desk starts with, and nothing more.
  harbour-hospital  The IT desk of a hospital: 60 people, 5 teams, 12 services, 300 tickets over 90 days.
  load              Many tickets for measuring; --tickets says how many (100000).`

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { world: { type: 'string' }, tickets: { type: 'string' } } })
  const world = worlds[values.world as keyof typeof worlds]
  if (!world) throw new Problem('cli.unknown_world', 400, `--world is one of ${Object.keys(worlds).join(', ')}.`)
  const tickets = ticketsOf(values.tickets)
  const started = performance.now()
  await withDesk('deskhand seed', async ({ assembly, database }) => {
    await refuseUsedDesk(assembly.db)
    await world.load({ assembly, pool: database.pool }, tickets === undefined ? {} : { tickets }, console.log)
  })
  console.log(`Loaded ${values.world} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  return 0
}

function ticketsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const tickets = Number(text)
  if (Number.isSafeInteger(tickets) && tickets > 0) return tickets
  throw new Problem('cli.wrong_number', 400, `--tickets is a whole number above 0, not "${text}".`)
}
