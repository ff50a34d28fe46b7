import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { clockRounds } from './crash/clock-rounds.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '90' }, 'per-second': { type: 'string', default: '5' } },
})
const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-clocks-'))
const { faults, ...counts } = await clockRounds({
  dataDir,
  seconds: Number(values.seconds),
  perSecond: Number(values['per-second']),
  say: console.log,
})
console.log(counts)
for (const fault of faults.slice(0, 50)) console.error(`FAULT ${fault}`)
console.log(faults.length === 0 ? 'Every warning and breach was told once, in time.' : `${faults.length} faults`)
await rm(dataDir, { recursive: true, force: true })
process.exitCode = faults.length === 0 ? 0 : 1
