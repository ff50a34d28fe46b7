import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant } from '../../../platform/http/schemas.ts'
import { LayerShifts } from './http-schedules.ts'
import { ById, base, Person, tag } from './plan.ts'

const OnCallSchedule = Type.Object({
  id: Id,
  name: Type.String(),
  timeZone: Type.String(),
  layers: Type.Array(LayerShifts),
  /** Everybody who is in one of its rotations. */
  persons: Type.Array(Person),
})
export type OnCallSchedule = Static<typeof OnCallSchedule>

export const getOnCall = endpoint({
  method: 'GET',
  path: `${base}/now`,
  summary: 'Who is on call now and in the days that follow',
  tag,
  query: Type.Object({ from: Type.Optional(Instant), days: Type.Optional(Type.Integer({ minimum: 1, maximum: 35 })) }),
  response: Type.Object({
    from: Instant,
    to: Instant,
    schedules: Type.Array(OnCallSchedule),
    mayManage: Type.Boolean(),
  }),
})

export const setOverride = endpoint({
  method: 'POST',
  path: `${base}/schedules/:id/overrides`,
  summary: 'Somebody else is on call for a time; with `inExchange`, a swap of two times',
  tag,
  params: ById,
  body: Type.Object({
    layer: Type.String({ maxLength: 20 }),
    person: Id,
    from: Instant,
    to: Instant,
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    inExchange: Type.Optional(
      Type.Object({ person: Id, from: Instant, to: Instant }, { description: 'Who takes the other time' }),
    ),
  }),
  response: Type.Object({ ids: Type.Array(Id) }),
  status: 201,
  idempotent: true,
})
export const removeOverride = endpoint({
  method: 'DELETE',
  path: `${base}/overrides/:id`,
  summary: 'Take an override back, and the other half of a swap with it',
  tag,
  params: ById,
})
