import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { clockRounds } from './crash/clock-rounds.ts'

const { values } = parseArgs({
  options: {
    /** Without a kill; 0 leaves it out. */
    calm: { type: 'string', default: '60' },
    /** With one process killed again and again; 0 leaves it out. */
    kill: { type: 'string', default: '60' },
    /** Tickets a second that each of both gets. */
    'per-second': { type: 'string', default: '5' },
  },
})
const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-clocks-'))
const { faults, usual, killed, ...counts } = await clockRounds({
  dataDir,
  calmSeconds: Number(values.calm),
  killSeconds: Number(values.kill),
  perSecond: Number(values['per-second']),
  say: console.log,
})
console.log(counts)
for (const [name, late] of Object.entries({ 'both there': usual, 'one killed': killed })) {
  console.log(`${name}: seconds from the moment to its fact`)
  console.table(late)
}
for (const fault of faults.slice(0, 50)) console.error(`FAULT ${fault}`)
console.log(
  faults.length === 0
    ? 'Every warning, breach, escalation and page was made once, in time.'
    : `${faults.length} faults`,
)
await rm(dataDir, { recursive: true, force: true })
process.exitCode = faults.length === 0 ? 0 : 1
