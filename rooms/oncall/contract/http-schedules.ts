import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable } from '../../../platform/http/schemas.ts'
import { ById, base, Name, Person, planOf, tag, versionsOf } from './plan.ts'
import { ScheduleDoc } from './shapes.ts'

export const Schedule = planOf(ScheduleDoc)
export type Schedule = Static<typeof Schedule>

export const listSchedules = endpoint({
  method: 'GET',
  path: `${base}/schedules`,
  summary: 'The on-call schedules',
  tag,
  response: Type.Object({ items: Type.Array(Schedule) }),
})
export const createSchedule = endpoint({
  method: 'POST',
  path: `${base}/schedules`,
  summary: 'Add an on-call schedule',
  tag,
  body: Type.Object({ name: Name, doc: ScheduleDoc }),
  response: Schedule,
  status: 201,
  idempotent: true,
})
export const saveSchedule = endpoint({
  method: 'PUT',
  path: `${base}/schedules/:id`,
  summary: 'Save a schedule as a new version',
  tag,
  params: ById,
  body: Type.Object({ name: Name, doc: ScheduleDoc }),
  response: Schedule,
})
export const removeSchedule = endpoint({
  method: 'DELETE',
  path: `${base}/schedules/:id`,
  summary: 'Remove a schedule that no ladder uses',
  tag,
  params: ById,
})
export const listScheduleVersions = endpoint({
  method: 'GET',
  path: `${base}/schedules/:id/versions`,
  summary: 'Every version of a schedule, the newest first',
  tag,
  params: ById,
  response: versionsOf(ScheduleDoc),
})

export const listOnCallPeople = endpoint({
  method: 'GET',
  path: `${base}/people`,
  summary: 'Who can be on call, and who stands in schedules and ladders',
  tag,
  response: Type.Object({ items: Type.Array(Person) }),
})

const Shift = Type.Object({
  from: Instant,
  to: Instant,
  person: Nullable(Person),
  override: Nullable(Id),
})
export const LayerShifts = Type.Object({
  key: Type.String(),
  name: Type.String(),
  now: Nullable(Person),
  /** Until when; null where nobody is on call. */
  until: Nullable(Instant),
  next: Nullable(Person),
  shifts: Type.Array(Shift),
  gaps: Type.Array(Type.Object({ from: Instant, to: Instant })),
})
export type LayerShifts = Static<typeof LayerShifts>

export const previewSchedule = endpoint({
  method: 'POST',
  path: `${base}/schedules/preview`,
  summary: 'Who would be on call in the next four weeks, and when nobody would',
  tag,
  body: Type.Object({ doc: ScheduleDoc }),
  response: Type.Object({ layers: Type.Array(LayerShifts), unknown: Type.Array(Id) }),
})
