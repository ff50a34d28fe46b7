import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crashRounds } from './crash/crash-rounds.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } })
const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-crash-'))
const verdict = await crashRounds({ dataDir, rounds: Number(values.rounds), betweenMs: [0, 3000], say: console.log })
const { faults, ...counts } = verdict
console.log(counts)
for (const fault of faults) console.error(`FAULT ${fault}`)
console.log(
  faults.length === 0
    ? 'Everything that was promised is there, once.'
    : `${faults.length} faults; the data is kept in ${dataDir}`,
)
if (faults.length === 0) await rm(dataDir, { recursive: true, force: true })
process.exitCode = faults.length === 0 ? 0 : 1
