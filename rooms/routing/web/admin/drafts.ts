import { bare, type FieldName, fieldKinds, type Operator, operatorsOf, type Test } from '../../contract/http.ts'

/** A test on another field, with the first thing that can be said of it. */
export function testOf(field: FieldName): Test {
  const op = operatorsOf[fieldKinds[field]][0] ?? 'is'
  if (field === 'time') return { field, op, hours: { days: [0, 1, 2, 3, 4], from: '08:00', to: '17:00' } }
  if (field === 'vip') return { field, op, values: [true] }
  return field === 'answer' ? { field, op, key: '', values: [] } : { field, op, values: [] }
}

/** The same test with another operator; what it was compared with stays as far as it fits. */
export function withOperator(test: Test, op: Operator): Test {
  const { values, ...rest } = test
  return bare.includes(op) || fieldKinds[test.field] === 'time'
    ? { ...rest, op }
    : { ...rest, op, values: values ?? [] }
}

/** Values as they are typed or chosen, in the type that the field has. */
export function valuesFor(field: FieldName, chosen: readonly string[]): NonNullable<Test['values']> {
  if (fieldKinds[field] === 'thing' || field === 'impact' || field === 'urgency') return chosen.map(Number)
  return field === 'vip' ? chosen.map((value) => value === 'true') : chosen.map((value) => value.trim()).filter(Boolean)
}

/** Whether somebody still has to say something. */
export function isUnfinished(test: Test): boolean {
  if (test.field === 'time') {
    const { calendarId, from, to, days } = test.hours ?? {}
    return calendarId === undefined && !(from && to && from !== to && (days === undefined || days.length > 0))
  }
  if (test.field === 'answer' && !test.key?.trim()) return true
  return !bare.includes(test.op) && (test.values ?? []).length === 0
}
