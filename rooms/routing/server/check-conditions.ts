import { bare, type Conditions, fieldKinds, operatorsOf, type Test } from '../contract/conditions.ts'

/** What is wrong with a condition, in a sentence; undefined when it can be asked. */
export function wrongIn(conditions: Conditions): string | undefined {
  for (const test of [...conditions.tests, ...conditions.groups.flatMap((group) => group.tests)]) {
    const wrong = wrongInTest(test)
    if (wrong) return wrong
  }
  return undefined
}

function wrongInTest({ field, op, values = [], key, hours }: Test): string | undefined {
  const kind = fieldKinds[field]
  if (!operatorsOf[kind].includes(op)) return `"${op}" cannot be said of "${field}".`
  if (kind === 'time') return wrongHours(hours)
  if (field === 'answer' && !key?.trim()) return 'Say which question of a form is meant.'
  if (bare.includes(op)) return undefined
  if (values.length === 0) return `Say what "${field}" is compared with.`
  if (kind === 'thing' && !values.every((value) => Number.isInteger(value))) return `"${field}" is compared with ids.`
  if (kind === 'flag' && typeof values[0] !== 'boolean') return `"${field}" is true or false.`
  if ((op === 'above' || op === 'below') && Number.isNaN(Number(values[0]))) return 'Compare with a number.'
  return undefined
}

function wrongHours(hours: Test['hours']): string | undefined {
  if (!hours) return 'Say at what time.'
  if (hours.calendarId !== undefined) return undefined
  if (!hours.from || !hours.to) return 'Say from when to when, or name a calendar.'
  return hours.from === hours.to ? 'It begins when it ends.' : undefined
}
