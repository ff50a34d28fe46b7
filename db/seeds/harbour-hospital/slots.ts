import type { Random } from '../random.ts'
import type { PersonSeed, Scenario } from './shapes.ts'

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** What every text may name. A ticket's slots are drawn once, so that a number stays the same from message to message. */
export function slotsFor(
  random: Random,
  scenario: Scenario,
  requester: PersonSeed,
  openedAt: Date,
  index: number,
): Record<string, string> {
  const digits = (count: number) => String(10 ** (count - 1) + random.below(9 * 10 ** (count - 1)))
  const someDay = new Date(openedAt.getTime() - (1 + random.below(4)) * 86_400_000)
  const slots: Record<string, string> = {
    place: requester.place,
    phone: requester.phone.split(' ').at(-1) ?? requester.phone,
    first: requester.name.split(' ')[0] ?? requester.name,
    pc: `HH-${digits(4)}`,
    printer: `HP-${digits(3)}`,
    label: `LP-0${digits(2)}`,
    bed: scenario.language === 'de' ? `Bett ${1 + random.below(24)}` : `bed ${1 + random.below(24)}`,
    case: scenario.language === 'de' ? `Fall 40${digits(5)}` : `case 40${digits(5)}`,
    n: digits(4),
    weekday: days[someDay.getUTCDay()] ?? 'Monday',
  }
  // Own slots are dealt in turn, so that two tickets of one story name different things.
  for (const [name, options] of Object.entries(scenario.slots ?? {}))
    slots[name] = options[index % options.length] ?? ''
  return slots
}
