import { parseArgs } from 'node:util'
import { loadCases } from './case.ts'
import { commandAdapter } from './command-adapter.ts'
import { runCase } from './run-case.ts'

/** `node rooms/intake/conformance/run.ts --smtp 127.0.0.1:2525 --command './look.sh' [--only replies/]` */
const { values } = parseArgs({
  options: {
    smtp: { type: 'string' },
    command: { type: 'string' },
    only: { type: 'string', default: '' },
    patience: { type: 'string', default: '30' },
  },
})
if (!values.smtp || !values.command) {
  console.error(
    'usage: node rooms/intake/conformance/run.ts --smtp host:port --command <look> [--only <start of name>] [--patience <seconds>]',
  )
  process.exit(2)
}
const adapter = commandAdapter({
  smtp: values.smtp,
  command: values.command,
  patienceMs: Number(values.patience) * 1000,
})
const groups = new Map<string, { right: number; all: number }>()
let wrong = 0
for (const [nth, one] of loadCases().entries()) {
  if (!one.name.startsWith(values.only)) continue
  const result = await runCase(adapter, one, nth)
  if (result.verdict === 'skipped') {
    console.log(`skip   ${one.name}: ${result.words.join('; ')}`)
    continue
  }
  const group = groups.get(one.name.split('/')[0] ?? '') ?? { right: 0, all: 0 }
  groups.set(one.name.split('/')[0] ?? '', group)
  group.all++
  if (result.verdict === 'right') group.right++
  else {
    wrong++
    console.log(`wrong  ${one.name} (${one.about})\n${result.words.map((line) => `         ${line}`).join('\n')}`)
  }
}
for (const [name, { right, all }] of groups) console.log(`${name.padEnd(12)} ${right} of ${all} right`)
await adapter.stop?.()
process.exit(wrong === 0 ? 0 : 1)
