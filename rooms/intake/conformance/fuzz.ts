import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fuzzReader, loadCorpus } from './fuzz-reader.ts'
import { mutate } from './mutate.ts'

/** `npm run fuzz -- --messages 100000 [--seed 1] [--through 2000] [--write nth]` */
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    through: { type: 'string', default: '0' },
    write: { type: 'string' },
  },
})
const seed = Number(values.seed)
if (values.write !== undefined) {
  const path = `fuzz-${seed}-${values.write}.eml`
  writeFileSync(path, mutate(loadCorpus(), seed, Number(values.write)))
  console.log(path)
  process.exit(0)
}

const started = Date.now()
const report = fuzzReader(Number(values.messages), seed, (done) => {
  if (done % 10_000 === 0) console.log(`${done} messages, ${((Date.now() - started) / 1000).toFixed(0)} s`)
})
console.log(`seed ${seed}: ${report.messages} messages in ${((Date.now() - started) / 1000).toFixed(1)} s`)
for (const { nth, ms, bytes } of report.slowest)
  console.log(`slow   message ${nth}: ${ms.toFixed(0)} ms, ${bytes} bytes`)
for (const { nth, words } of report.wrong.slice(0, 50)) console.log(`wrong  message ${nth}: ${words}`)
console.log(report.wrong.length === 0 ? 'nothing was wrong' : `${report.wrong.length} were wrong`)
let failed = report.wrong.length > 0
if (Number(values.through) > 0) {
  const { status } = spawnSync('vitest', ['run', 'rooms/intake/conformance/fuzz.test.ts', '-t', 'accounted'], {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_THROUGH: values.through, FUZZ_SEED: values.seed },
  })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)
