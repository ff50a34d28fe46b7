import { type Static, Type } from 'typebox'
import { OneOf } from '../../../platform/http/schemas.ts'
import { Words } from './shapes.ts'

export const fieldTypes = [
  'text',
  'long_text',
  'number',
  'choice',
  'multi_choice',
  'date',
  'person',
  'file',
  'checkbox',
] as const
export type FieldType = (typeof fieldTypes)[number]

const Plain = Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean()])

/** A field is shown only while an earlier field has this value, or one of these values. */
export const ShowIf = Type.Object(
  {
    field: Type.String({ maxLength: 40 }),
    equals: Type.Optional(Plain),
    in: Type.Optional(Type.Array(Plain, { minItems: 1, maxItems: 50 })),
  },
  { additionalProperties: false },
)
export type ShowIf = Static<typeof ShowIf>

export const Option = Type.Object(
  { value: Type.String({ minLength: 1, maxLength: 100 }), label: Words },
  { additionalProperties: false },
)
export type Option = Static<typeof Option>

/** One question of a request form; its place in the list is its place on the screen. */
export const Field = Type.Object(
  {
    key: Type.String({
      pattern: '^[a-z][a-z0-9_]{0,39}$',
      description: 'Names the answer; keeps its meaning over versions of the form',
    }),
    type: OneOf(fieldTypes),
    label: Words,
    help: Type.Optional(Words),
    required: Type.Boolean(),
    options: Type.Optional(Type.Array(Option, { maxItems: 200 })),
    min: Type.Optional(
      Type.Number({ description: 'Least number, or fewest characters, files or chosen options, by the type' }),
    ),
    max: Type.Optional(
      Type.Number({ description: 'Greatest number, or most characters, files or chosen options, by the type' }),
    ),
    pattern: Type.Optional(
      Type.String({ maxLength: 200, description: 'A regular expression that the whole text must match' }),
    ),
    showIf: Type.Optional(ShowIf),
  },
  { additionalProperties: false },
)
export type Field = Static<typeof Field>

export const Fields = Type.Array(Field, { maxItems: 60 })

/**
 * Answers by field key: text, long text, choice and date (YYYY-MM-DD) are strings, a number is a number, a checkbox true or
 * false, several choices a list of strings, a person an id, files a list of ids.
 */
export const Answers = Type.Record(
  Type.String({ maxLength: 40 }),
  Type.Union([
    Type.String({ maxLength: 20_000 }),
    Type.Number(),
    Type.Boolean(),
    Type.Null(),
    Type.Array(Type.Unknown()),
  ]),
)
export type Answers = Record<string, unknown>

/** What is wrong with one answer: a code for the screen's own words, and what fills their gaps. */
export interface AnswerError {
  code:
    | 'required'
    | 'wrong_type'
    | 'too_short'
    | 'too_long'
    | 'too_small'
    | 'too_large'
    | 'too_few'
    | 'too_many'
    | 'not_an_option'
    | 'not_a_date'
    | 'pattern'
  limit?: number
}
