import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../contract/check-answers.ts'
import { checkForm } from '../contract/check-form.ts'
import type { Answers, Field } from '../contract/fields.ts'
import { type MatrixChange, priorityOf, wrongShape } from '../contract/matrix.ts'
import { inLanguage } from '../contract/shapes.ts'

const label = { en: 'A field' }
const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({
  key: 'a',
  type,
  label,
  required: false,
  ...more,
})
const options = [
  { value: 'x', label },
  { value: 'y', label },
]

describe('an answer', () => {
  const table: [what: string, field: Field, answer: unknown, code: string | undefined, limit?: number][] = [
    ['text', field('text'), 'hello', undefined],
    ['text of blanks that is required', field('text', { required: true }), '  ', 'required'],
    ['nothing, and nothing is asked', field('text'), undefined, undefined],
    ['null where something is asked', field('text', { required: true }), null, 'required'],
    ['a number as text', field('text'), 7, 'wrong_type'],
    ['text that is too short', field('text', { min: 3 }), 'ab', 'too_short', 3],
    ['text at the least length', field('text', { min: 3 }), 'abc', undefined],
    ['an emoji counts as one character', field('text', { max: 1 }), '😀', undefined],
    ['text that is too long', field('text', { max: 3 }), 'abcd', 'too_long', 3],
    ['text beyond the general limit', field('text'), 'a'.repeat(501), 'too_long', 500],
    ['long text beyond the short limit', field('long_text'), 'a'.repeat(501), undefined],
    ['long text beyond its own limit', field('long_text'), 'a'.repeat(10_001), 'too_long', 10_000],
    ['text of the pattern', field('text', { pattern: 'PC-\\d+' }), 'PC-12', undefined],
    ['text around the pattern', field('text', { pattern: 'PC-\\d+' }), 'my PC-12', 'pattern'],
    ['alternatives are matched as a whole', field('text', { pattern: 'a|b' }), 'ax', 'pattern'],
    ['zero is a number', field('number', { required: true }), 0, undefined],
    ['a number as a word', field('number'), 'seven', 'wrong_type'],
    ['no finite number', field('number'), Number.POSITIVE_INFINITY, 'wrong_type'],
    ['a number under the least', field('number', { min: 1 }), 0, 'too_small', 1],
    ['a number over the greatest', field('number', { max: 9 }), 10, 'too_large', 9],
    ['an option', field('choice', { options }), 'x', undefined],
    ['no option', field('choice', { options }), 'z', 'not_an_option'],
    ['several options', field('multi_choice', { options }), ['x', 'y'], undefined],
    ['the same option twice', field('multi_choice', { options }), ['x', 'x'], 'not_an_option'],
    ['an option where a list belongs', field('multi_choice', { options }), 'x', 'wrong_type'],
    ['too few options', field('multi_choice', { options, min: 2 }), ['x'], 'too_few', 2],
    ['too many options', field('multi_choice', { options, max: 1 }), ['x', 'y'], 'too_many', 1],
    ['an empty list where something is asked', field('multi_choice', { options, required: true }), [], 'required'],
    ['a day', field('date'), '2024-02-29', undefined],
    ['a day that is in no calendar', field('date'), '2023-02-29', 'not_a_date'],
    ['a moment is no day', field('date'), '2024-02-29T10:00:00Z', 'not_a_date'],
    ['a person', field('person'), 12, undefined],
    ['no person', field('person'), -1, 'wrong_type'],
    ['files', field('file'), [1, 2], undefined],
    ['files by name', field('file'), ['a.pdf'], 'wrong_type'],
    ['too many files', field('file', { max: 1 }), [1, 2], 'too_many', 1],
    ['an unticked box', field('checkbox'), false, undefined],
    ['an unticked box that must be ticked', field('checkbox', { required: true }), false, 'required'],
    ['a box ticked with a word', field('checkbox'), 'yes', 'wrong_type'],
  ]
  it.each(table)('%s', (_what, asked, answer, code, limit) => {
    const { errors } = checkAnswers([asked], { a: answer })
    expect(errors).toEqual(code === undefined ? {} : { a: limit === undefined ? { code } : { code, limit } })
  })

  it('is kept trimmed, and what was not asked is dropped', () => {
    expect(checkAnswers([field('text')], { a: ' hello ', b: 1 }).answers).toEqual({ a: 'hello' })
  })
})

describe('a condition', () => {
  const when = (showIf: Field['showIf'], of: Field): [Field, Field] => [
    { ...of, key: 'a' },
    field('text', { key: 'b', required: true, ...(showIf ? { showIf } : {}) }),
  ]
  const table: [what: string, fields: Field[], answers: Answers, asked: boolean][] = [
    ['equals', when({ field: 'a', equals: 'x' }, field('choice', { options })), { a: 'x' }, true],
    ['equals another', when({ field: 'a', equals: 'x' }, field('choice', { options })), { a: 'y' }, false],
    ['equals nothing', when({ field: 'a', equals: 'x' }, field('choice', { options })), {}, false],
    ['one of', when({ field: 'a', in: ['x', 'y'] }, field('choice', { options })), { a: 'y' }, true],
    ['among several', when({ field: 'a', equals: 'y' }, field('multi_choice', { options })), { a: ['x', 'y'] }, true],
    ['a number', when({ field: 'a', equals: 3 }, field('number')), { a: 3 }, true],
    ['a ticked box', when({ field: 'a', equals: true }, field('checkbox')), { a: true }, true],
    ['a box never touched is not ticked', when({ field: 'a', equals: false }, field('checkbox')), {}, true],
  ]
  it.each(table)('%s', (_what, fields, answers, asked) => {
    expect('b' in checkAnswers(fields, answers).errors).toBe(asked)
  })

  it('that looks at a hidden field does not hold, whatever that field still contains', () => {
    const fields: Field[] = [
      field('checkbox', { key: 'a' }),
      field('text', { key: 'b', showIf: { field: 'a', equals: true } }),
      field('text', { key: 'c', required: true, showIf: { field: 'b', equals: 'go' } }),
    ]
    expect(checkAnswers(fields, { a: false, b: 'go' })).toEqual({ errors: {}, answers: { a: false } })
    expect(checkAnswers(fields, { a: true, b: 'go' }).errors).toEqual({ c: { code: 'required' } })
  })
})

describe('a form', () => {
  const table: [what: string, fields: Field[], where: string[]][] = [
    ['that is right', [field('text'), field('text', { key: 'b', showIf: { field: 'a', equals: 'x' } })], []],
    ['with one key twice', [field('text'), field('number')], ['fields.1.key']],
    ['with a choice of nothing', [field('choice')], ['fields.0.options']],
    ['with one option twice', [field('choice', { options: [options[0]!, options[0]!] })], ['fields.0.options']],
    ['with a condition on itself', [field('text', { showIf: { field: 'a', equals: 'x' } })], ['fields.0.showIf.field']],
    [
      'with a condition on a later field',
      [field('text', { showIf: { field: 'b', equals: 'x' } }), field('text', { key: 'b' })],
      ['fields.0.showIf.field'],
    ],
    [
      'with a condition without a value',
      [field('text'), field('text', { key: 'b', showIf: { field: 'a' } })],
      ['fields.1.showIf'],
    ],
    ['with the most under the least', [field('number', { min: 5, max: 1 })], ['fields.0.max']],
    ['with half a pattern', [field('text', { pattern: '(' })], ['fields.0.pattern']],
    ['with a pattern that takes forever', [field('text', { pattern: '(a+)+' })], ['fields.0.pattern']],
  ]
  it.each(table)('%s', (_what, fields, where) => {
    expect(checkForm(fields).map((error) => error.field)).toEqual(where)
  })
})

describe('the matrix', () => {
  const steps = [{ label }, { label }, { label }]
  const matrix: MatrixChange = {
    impacts: steps,
    urgencies: steps,
    cells: [
      ['critical', 'high', 'moderate'],
      ['high', 'moderate', 'low'],
      ['moderate', 'low', 'low'],
    ],
  }
  it.each([
    [1, 1, 'critical'],
    [1, 2, 'high'],
    [2, 1, 'high'],
    [1, 3, 'moderate'],
    [2, 2, 'moderate'],
    [3, 1, 'moderate'],
    [2, 3, 'low'],
    [3, 2, 'low'],
    [3, 3, 'low'],
    [5, 1, 'moderate'],
    [1, 5, 'moderate'],
    [5, 5, 'low'],
  ])('gives impact %i and urgency %i the priority %s', (impact, urgency, priority) => {
    expect(priorityOf(matrix, impact, urgency)).toBe(priority)
  })
  it('refuses what is no level', () => {
    expect(() => priorityOf(matrix, 0, 1)).toThrow(RangeError)
  })
  it('must be a full rectangle', () => {
    expect(wrongShape(matrix)).toBeUndefined()
    expect(wrongShape({ ...matrix, impacts: steps.slice(1) })).toBe('cells')
    expect(wrongShape({ ...matrix, cells: [matrix.cells[0]!, ['low', 'low'], matrix.cells[2]!] })).toBe('cells.1')
  })
})

it.each([
  [{ en: 'Hi', de: 'Hallo' }, 'de-AT', 'Hallo'],
  [{ en: 'Hi', de: 'Hallo' }, 'fr', 'Hi'],
  [{ de: 'Hallo' }, 'fr', 'Hallo'],
  [{ en: 'Hi', de: '' }, 'de', 'Hi'],
  [undefined, 'de', ''],
])('words %o read in %s say %s', (words, wanted, said) => {
  expect(inLanguage(words, wanted)).toBe(said)
})
