import { type Static, Type } from 'typebox'
import { Id, OneOf } from '../../../platform/http/schemas.ts'

/** What can be said of each field a rule may look at, the same on the server and in the editor. */
export const fieldKinds = {
  kind: 'choice',
  channel: 'choice',
  priority: 'choice',
  impact: 'choice',
  urgency: 'choice',
  service: 'thing',
  category: 'thing',
  organisation: 'thing',
  requester: 'thing',
  vip: 'flag',
  mailbox: 'thing',
  tags: 'tags',
  subject: 'text',
  words: 'text',
  description: 'text',
  error_message: 'text',
  affected_thing: 'text',
  location: 'text',
  sender_address: 'address',
  sender_domain: 'address',
  answer: 'answer',
  time: 'time',
} as const

export type FieldName = keyof typeof fieldKinds
export type FieldKind = (typeof fieldKinds)[FieldName]
export const fieldNames = Object.keys(fieldKinds) as FieldName[]

export const operators = [
  'is',
  'is_not',
  'has_all',
  'contains',
  'contains_all',
  'contains_none',
  'starts_with',
  'matches',
  'filled',
  'empty',
  'above',
  'below',
  'within',
  'outside',
] as const
export type Operator = (typeof operators)[number]

export const operatorsOf: Readonly<Record<FieldKind, readonly Operator[]>> = {
  choice: ['is', 'is_not'],
  thing: ['is', 'is_not', 'filled', 'empty'],
  flag: ['is'],
  tags: ['is', 'has_all', 'is_not', 'filled', 'empty'],
  text: ['contains', 'contains_all', 'contains_none', 'starts_with', 'matches', 'filled', 'empty'],
  address: ['is', 'is_not', 'filled', 'empty'],
  answer: ['is', 'is_not', 'contains', 'above', 'below', 'filled', 'empty'],
  time: ['within', 'outside'],
}

/** Operators that compare with nothing. */
export const bare: readonly Operator[] = ['filled', 'empty']

const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$', description: 'As 08:30' })

/** A calendar, or days and hours of their own. */
export const Hours = Type.Object(
  {
    calendarId: Type.Optional(Id),
    days: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), {
        minItems: 1,
        maxItems: 7,
        uniqueItems: true,
        description: 'Days of the week, 0 for Monday',
      }),
    ),
    from: Type.Optional(TimeOfDay),
    to: Type.Optional(TimeOfDay),
  },
  { additionalProperties: false },
)
export type Hours = Static<typeof Hours>

export const Test = Type.Object(
  {
    field: OneOf(fieldNames as [FieldName, ...FieldName[]]),
    op: OneOf(operators),
    values: Type.Optional(
      Type.Array(Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Number(), Type.Boolean()]), {
        maxItems: 100,
        description:
          'Any of them is enough, where the operator does not say all. In words a * at the end means "begins with"; in patterns * is any run without blanks, ? one character, # a digit',
      }),
    ),
    key: Type.Optional(Type.String({ maxLength: 60, description: 'Of an answer: the key of its form field' })),
    hours: Type.Optional(Hours),
  },
  { additionalProperties: false },
)
export type Test = Static<typeof Test>

const matches = ['all', 'any'] as const
const Tests = Type.Array(Test, { maxItems: 30 })
const Group = Type.Object({ match: OneOf(matches), tests: Tests }, { additionalProperties: false })

/** Tests, and groups of tests one level deep; none at all holds for every ticket. */
export const Conditions = Type.Object(
  { match: OneOf(matches), tests: Tests, groups: Type.Array(Group, { maxItems: 10 }) },
  { additionalProperties: false },
)
export type Conditions = Static<typeof Conditions>
