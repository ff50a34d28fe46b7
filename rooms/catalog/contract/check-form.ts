import type { Field } from './fields.ts'

/** What is wrong with the definition of a form: where (`fields.2.showIf.field`), a code, and English words. */
export interface FormError {
  field: string
  code: 'duplicate_key' | 'no_options' | 'duplicate_option' | 'unknown_condition' | 'no_condition' | 'range' | 'pattern'
  words: string
}

/** Whether a form can be filled in at all. A condition may look only at earlier fields, so there can be no circle. */
export function checkForm(fields: readonly Field[]): FormError[] {
  const errors: FormError[] = []
  const seen = new Set<string>()
  fields.forEach((field, index) => {
    const wrong = (part: string, code: FormError['code'], words: string) =>
      errors.push({ field: `fields.${index}.${part}`, code, words })
    if (seen.has(field.key)) wrong('key', 'duplicate_key', `There is already a field "${field.key}".`)
    checkOptions(field, wrong)
    checkCondition(field, seen, wrong)
    if (field.min !== undefined && field.max !== undefined && field.min > field.max)
      wrong('max', 'range', 'The most is less than the least.')
    if (field.pattern !== undefined && !isUsablePattern(field.pattern))
      wrong('pattern', 'pattern', 'This is not a regular expression the desk can use.')
    seen.add(field.key)
  })
  return errors
}

type Wrong = (part: string, code: FormError['code'], words: string) => void

function checkOptions(field: Field, wrong: Wrong): void {
  if (field.type !== 'choice' && field.type !== 'multi_choice') return
  const values = (field.options ?? []).map((option) => option.value)
  if (values.length === 0) wrong('options', 'no_options', 'A choice needs options.')
  if (new Set(values).size < values.length) wrong('options', 'duplicate_option', 'Two options have the same value.')
}

function checkCondition(field: Field, earlier: ReadonlySet<string>, wrong: Wrong): void {
  if (!field.showIf) return
  const { field: other, equals, in: values } = field.showIf
  if (!earlier.has(other)) wrong('showIf.field', 'unknown_condition', 'A condition can only look at an earlier field.')
  if (equals === undefined && values === undefined)
    wrong('showIf', 'no_condition', 'A condition needs a value to compare with.')
}

/**
 * A repeated group that itself repeats ((a+)+) takes exponential time on a text that almost matches, so it is refused.
 */
function isUsablePattern(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, 'u')
  } catch {
    return false
  }
  return !/\([^()]*(?:[+*]|\{\d+,)[^()]*\)(?:[+*]|\{\d+,)/.test(pattern)
}
