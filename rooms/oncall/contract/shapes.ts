import { type Static, Type } from 'typebox'
import { Id, Nullable, OneOf } from '../../../platform/http/schemas.ts'

const minuteOfDay = Type.Integer({ minimum: 0, maximum: 1440 })
const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })

export const units = ['hour', 'day', 'week'] as const

/** Hours in which a rotation holds: on these weekdays (1 is Monday), from and to in minutes; to before from is the next day. */
export const Hours = Type.Object({
  days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, uniqueItems: true }),
  from: minuteOfDay,
  to: minuteOfDay,
})

export const Rotation = Type.Object({
  persons: Type.Array(Id, { minItems: 1, maxItems: 60, description: 'In the order in which they follow each other' }),
  every: Type.Integer({ minimum: 1, maximum: 366 }),
  unit: OneOf(units),
  startsOn: Type.String({ format: 'date', description: 'The day on which the first person begins' }),
  handOverAt: Type.Integer({
    minimum: 0,
    maximum: 1439,
    description: 'Minutes after midnight, in the zone of the schedule',
  }),
  hours: Type.Array(Hours, { maxItems: 21, description: 'None: always' }),
})
export type Rotation = Static<typeof Rotation>

/** One line of who answers: at any moment one person, of the first rotation whose hours hold. */
export const Layer = Type.Object({
  key: Type.String({
    pattern: '^[a-z0-9]{1,20}$',
    description: 'Stays when the layer is renamed; steps and overrides refer to it',
  }),
  name: Name,
  rotations: Type.Array(Rotation, { minItems: 1, maxItems: 12 }),
})
export type Layer = Static<typeof Layer>

export const ScheduleDoc = Type.Object({
  timeZone: Type.String({ minLength: 1, maxLength: 60 }),
  layers: Type.Array(Layer, { minItems: 1, maxItems: 6 }),
})
export type ScheduleDoc = Static<typeof ScheduleDoc>

export const ways = ['push', 'mail', 'provider'] as const
export type Way = (typeof ways)[number]

export const Step = Type.Object({
  to: Type.Union([
    Type.Object({ kind: Type.Literal('layer'), scheduleId: Id, layer: Type.String({ maxLength: 20 }) }),
    Type.Object({ kind: Type.Literal('person'), personId: Id }),
  ]),
  ways: Type.Array(OneOf(ways), { minItems: 1, uniqueItems: true }),
  providerId: Nullable(Id),
  thenAfterMinutes: Type.Integer({ minimum: 1, maximum: 1440, description: 'How long to wait for an answer' }),
})
export type Step = Static<typeof Step>

export const LadderDoc = Type.Object({
  steps: Type.Array(Step, { minItems: 1, maxItems: 20 }),
  rounds: Type.Integer({ minimum: 1, maximum: 10, description: 'How often it begins anew when nobody answers' }),
})
export type LadderDoc = Static<typeof LadderDoc>

export const ProviderDoc = Type.Object({
  host: Type.String(),
  format: OneOf(['json', 'form']),
  template: Type.String({
    minLength: 1,
    maxLength: 8000,
    description: '{{phone}}, {{name}}, {{text}}, {{url}} and {{number}} are filled in, each made safe for the format',
  }),
})
export type ProviderDoc = Static<typeof ProviderDoc>

export const pageStates = ['open', 'acknowledged', 'over', 'unanswered'] as const
