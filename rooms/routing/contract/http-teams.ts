import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page } from '../../../platform/http/schemas.ts'
import { NamedRef } from '../../ticket/contract/shapes.ts'
import { methods, Skill } from './shapes.ts'

const tag = 'routing'
const Capacity = Nullable(Type.Number({ minimum: 0, maximum: 10_000 }))

const TeamFields = {
  method: OneOf(methods),
  skills: Type.Boolean({
    description: 'Give tickets to those who know what their category needs, where somebody does',
  }),
  capacity: Capacity,
  calendarId: Nullable(Id),
  handOver: OneOf(['never', 'away', 'day'], {
    description: 'What nobody has begun is given on when its assignee is away, or also at the end of their day',
  }),
  handOverBegun: Type.Boolean({ description: 'Also what is in progress' }),
}

export const MemberSetting = Type.Object({
  id: Id,
  name: Type.String(),
  skills: Type.Array(Type.String()),
  capacity: Capacity,
  calendarId: Nullable(Id),
})

export const TeamRouting = Type.Object({
  id: Id,
  name: Type.String(),
  tier: Type.Integer(),
  ...TeamFields,
  members: Type.Array(MemberSetting),
  firstContact: Type.Boolean({ description: 'Gets what nobody and no rule sends anywhere' }),
  version: Type.Integer(),
})
export type TeamRouting = Static<typeof TeamRouting>
export const TeamRoutingChange = Type.Partial(Type.Object({ ...TeamFields, firstContact: Type.Boolean() }), {
  additionalProperties: false,
})
export type TeamRoutingChange = Static<typeof TeamRoutingChange>

export const listTeamRouting = endpoint({
  method: 'GET',
  path: '/api/v1/team-routing',
  summary: 'How each team gives out its tickets',
  tag,
  response: Page(TeamRouting),
})
export const changeTeamRouting = endpoint({
  method: 'PATCH',
  path: '/api/v1/team-routing/:id',
  summary: 'Change how a team gives out its tickets',
  tag,
  params: Type.Object({ id: Id }),
  body: TeamRoutingChange,
  response: TeamRouting,
})
export const putPersonRouting = endpoint({
  method: 'PUT',
  path: '/api/v1/person-routing/:id',
  summary: 'How much somebody takes at a time, and when they are at work',
  tag,
  params: Type.Object({ id: Id }),
  body: Type.Object({ capacity: Capacity, calendarId: Nullable(Id) }, { additionalProperties: false }),
  response: Type.Object({ id: Id, capacity: Capacity, calendarId: Nullable(Id) }),
})

export const SkillNeed = Type.Object({ categoryId: Id, category: Type.String(), skills: Type.Array(Skill) })
export const listSkillNeeds = endpoint({
  method: 'GET',
  path: '/api/v1/skill-needs',
  summary: 'Which skills tickets of a category need; those below need the same unless they say otherwise',
  tag,
  response: Page(SkillNeed),
})
export const putSkillNeed = endpoint({
  method: 'PUT',
  path: '/api/v1/skill-needs/:categoryId',
  summary: 'Say which skills a category needs; none takes it back',
  tag,
  params: Type.Object({ categoryId: Id }),
  body: Type.Object({ skills: Type.Array(Skill, { maxItems: 10, uniqueItems: true }) }),
  response: Page(SkillNeed),
})

const AbsenceFields = {
  from: Instant,
  until: Nullable(Instant),
  note: Type.String({ maxLength: 300 }),
  substituteId: Nullable(Id),
}
export const Absence = Type.Object({
  id: Id,
  person: NamedRef,
  from: Instant,
  until: Nullable(Instant),
  note: Type.String(),
  substitute: Nullable(NamedRef),
  setBy: Type.String(),
  version: Type.Integer(),
})
export type Absence = Static<typeof Absence>

export const listAbsences = endpoint({
  method: 'GET',
  path: '/api/v1/absences',
  summary: 'Who is away, now or later',
  tag,
  query: Type.Object({
    person: Type.Optional(Type.String({ pattern: '^(me|\\d{1,15})$', description: 'An id, or me' })),
    team: Type.Optional(Id),
  }),
  response: Page(Absence),
})
export const createAbsence = endpoint({
  method: 'POST',
  path: '/api/v1/absences',
  summary: 'Say that one is away, or a member of a team that one leads',
  tag,
  body: Type.Object(
    {
      personId: Type.Optional(Id),
      ...AbsenceFields,
      note: Type.Optional(AbsenceFields.note),
      substituteId: Type.Optional(AbsenceFields.substituteId),
    },
    { additionalProperties: false },
  ),
  response: Absence,
  status: 201,
  idempotent: true,
})
export const changeAbsenceEndpoint = endpoint({
  method: 'PATCH',
  path: '/api/v1/absences/:id',
  summary: 'Change an absence',
  tag,
  params: Type.Object({ id: Id }),
  body: Type.Partial(Type.Object(AbsenceFields), { additionalProperties: false }),
  response: Absence,
})
export const deleteAbsenceEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/absences/:id',
  summary: 'Take an absence back',
  tag,
  params: Type.Object({ id: Id }),
})
