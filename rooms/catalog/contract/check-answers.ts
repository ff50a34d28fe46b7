import type { AnswerError, Answers, Field, ShowIf } from './fields.ts'

export interface CheckedAnswers {
  /** By field key; empty when all is well. */
  errors: Record<string, AnswerError>
  /** What is worth keeping: answers to shown fields only, without blanks. */
  answers: Answers
}

/** Used where a form is filled in and again where it is received. What a hidden field holds is neither checked nor kept. */
export function checkAnswers(fields: readonly Field[], answers: Answers): CheckedAnswers {
  const checked: CheckedAnswers = { errors: {}, answers: {} }
  for (const field of shownFields(fields, answers)) {
    const answer = tidy(answers[field.key])
    if (isBlank(field, answer)) {
      if (field.required) checked.errors[field.key] = { code: 'required' }
      continue
    }
    const error = wrongWith(field, answer)
    if (error) checked.errors[field.key] = error
    else checked.answers[field.key] = answer
  }
  return checked
}

/** The fields a person sees with these answers. A field whose condition looks at a hidden field is hidden too. */
export function shownFields(fields: readonly Field[], answers: Answers): Field[] {
  const shown = new Map<string, Field>()
  for (const field of fields) {
    if (!field.showIf || (shown.has(field.showIf.field) && holds(field.showIf, answers))) shown.set(field.key, field)
  }
  return [...shown.values()]
}

function holds(condition: ShowIf, answers: Answers): boolean {
  const answer = tidy(answers[condition.field]) ?? false
  const wanted = [...(condition.in ?? []), ...(condition.equals === undefined ? [] : [condition.equals])]
  const given = Array.isArray(answer) ? answer : [answer]
  return given.some((one) => wanted.some((value) => value === one))
}

function tidy(answer: unknown): unknown {
  return typeof answer === 'string' ? answer.trim() : (answer ?? undefined)
}

function isBlank(field: Field, answer: unknown): boolean {
  if (answer === undefined || answer === '') return true
  if (Array.isArray(answer)) return answer.length === 0
  // A required checkbox is one that must be ticked ("I have read …").
  return field.type === 'checkbox' && field.required && answer === false
}

type Check = (field: Field, answer: unknown) => AnswerError | undefined

const wrongType: AnswerError = { code: 'wrong_type' }
const mostCharacters = { text: 500, long_text: 10_000 }

const checks: Record<Field['type'], Check> = {
  text: (field, answer) => wrongText(field, answer, mostCharacters.text),
  long_text: (field, answer) => wrongText(field, answer, mostCharacters.long_text),
  number: (field, answer) => {
    if (typeof answer !== 'number' || !Number.isFinite(answer)) return wrongType
    return outside(answer, field, 'too_small', 'too_large')
  },
  choice: (field, answer) => (isOption(field, answer) ? undefined : { code: 'not_an_option' }),
  multi_choice: (field, answer) => {
    if (!Array.isArray(answer)) return wrongType
    if (!answer.every((one) => isOption(field, one)) || new Set(answer).size < answer.length)
      return { code: 'not_an_option' }
    return outside(answer.length, field, 'too_few', 'too_many')
  },
  date: (_field, answer) => (isDate(answer) ? undefined : { code: 'not_a_date' }),
  person: (_field, answer) => (isId(answer) ? undefined : wrongType),
  file: (field, answer) => {
    if (!Array.isArray(answer) || !answer.every(isId)) return wrongType
    return outside(answer.length, { ...field, max: field.max ?? 20 }, 'too_few', 'too_many')
  },
  checkbox: (_field, answer) => (typeof answer === 'boolean' ? undefined : wrongType),
}

function wrongWith(field: Field, answer: unknown): AnswerError | undefined {
  return checks[field.type](field, answer)
}

function wrongText(field: Field, answer: unknown, most: number): AnswerError | undefined {
  if (typeof answer !== 'string') return wrongType
  const length = outside([...answer].length, { min: field.min, max: field.max ?? most }, 'too_short', 'too_long')
  if (length) return length
  return field.pattern && !new RegExp(`^(?:${field.pattern})$`, 'u').test(answer) ? { code: 'pattern' } : undefined
}

function outside(
  value: number,
  range: { min?: number | undefined; max?: number | undefined },
  under: AnswerError['code'],
  over: AnswerError['code'],
): AnswerError | undefined {
  if (range.min !== undefined && value < range.min) return { code: under, limit: range.min }
  if (range.max !== undefined && value > range.max) return { code: over, limit: range.max }
  return undefined
}

function isOption(field: Field, answer: unknown): boolean {
  return (field.options ?? []).some((option) => option.value === answer)
}

function isId(answer: unknown): boolean {
  return Number.isSafeInteger(answer) && (answer as number) > 0
}

/** A day that exists in the calendar, as YYYY-MM-DD. */
function isDate(answer: unknown): boolean {
  if (typeof answer !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(answer)) return false
  const day = new Date(`${answer}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(answer)
}

/** The error in English, for programs; screens have their own words for the code. */
export function answerErrorWords({ code, limit }: AnswerError): string {
  const words: Record<AnswerError['code'], string> = {
    required: 'needs an answer',
    wrong_type: 'is not the kind of value this field takes',
    too_short: `needs at least ${limit} characters`,
    too_long: `takes at most ${limit} characters`,
    too_small: `must be at least ${limit}`,
    too_large: `must be at most ${limit}`,
    too_few: `needs at least ${limit}`,
    too_many: `takes at most ${limit}`,
    not_an_option: 'is not one of the options',
    not_a_date: 'is not a date (YYYY-MM-DD)',
    pattern: 'does not have the expected form',
  }
  return words[code]
}
