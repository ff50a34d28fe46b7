import { delayMs, toOfficeTime } from './hours.ts'
import type { Performance, PlannedEvent } from './performance.ts'
import type { PersonSeed } from './shapes.ts'

const backAgain = [
  {
    ask: 'I am sorry to say it is back. Exactly as before, as if it had only been away for the weekend.',
    say: 'Then I stopped one step too early. I am looking at it again, with the log of the last hours this time.',
  },
  {
    ask: 'It held for a day. Now it is the same again. Could you have another look, please?',
    say: 'Of course. Thank you for trying again before writing. I have found a second place with the same fault.',
  },
  {
    ask: 'Not quite solved: my colleague next to me has it now.',
    say: 'Good that you say so. I had mended it for you only; it is done for the whole place now.',
  },
  {
    ask: 'Reopening this, please. It worked while you were here, as these things do.',
    say: 'They do that. I have left a trace running over night and it shows the cause quite clearly. Mended.',
  },
]

/** Resolution, the requester's answer or their silence, and the end. Some come back once. */
export function finishes({
  random,
  scenario,
  requester,
  openedAt,
  base,
  outcome,
  technician,
  text,
  at: start,
  speak,
}: Performance & { technician: PersonSeed; text(raw: string): string; at: Date }): PlannedEvent[] {
  const events: PlannedEvent[] = []
  let at = start
  const wait = (delay: string) => {
    at = toOfficeTime(random, new Date(at.getTime() + delayMs(random, delay).ms))
  }
  const resolve = () =>
    events.push({
      at,
      by: technician.key,
      type: 'resolve',
      cause: text(scenario.fix.cause),
      action: text(scenario.fix.action),
      verification: text(scenario.fix.verification),
    })
  if (outcome === 'resolved') {
    // What waits for the requester's word was solved in the last days, else it would have closed by itself.
    const earliest = base.getTime() - 4 * 86_400_000
    if (at.getTime() < earliest)
      at = toOfficeTime(random, new Date(random.between(earliest, base.getTime() - 7_200_000)))
    resolve()
    return events
  }
  resolve()
  const ageDays = (base.getTime() - openedAt.getTime()) / 86_400_000
  if (ageDays > 20 && scenario.language !== 'de' && scenario.kind === 'incident' && random.chance(0.07)) {
    const again = random.pick(backAgain)
    wait('1d')
    events.push({ at, by: requester.key, type: 'reopen', text: speak(requester, again.ask) })
    wait('2h')
    const hello = `Hi ${requester.name.split(' ')[0]},\n\n`
    events.push({ at, by: technician.key, type: 'reply', text: `${hello}${again.say}\n\n${technician.bye}`, files: [] })
    wait('1d')
    resolve()
  }
  if (scenario.thanks || random.chance(0.45)) {
    wait('20h')
    events.push({
      at,
      by: requester.key,
      type: 'confirm',
      text: scenario.thanks && random.chance(0.8) ? scenario.thanks : '',
    })
  } else {
    at = new Date(at.getTime() + 5 * 86_400_000)
    events.push({ at, by: '', type: 'close' })
  }
  return events
}
