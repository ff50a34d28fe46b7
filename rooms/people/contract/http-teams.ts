import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page } from '../../../platform/http/schemas.ts'
import { IdParam, named } from './shapes.ts'

const fields = {
  name: named(80),
  tier: Type.Integer({ minimum: 1, maximum: 3 }),
  visibility: OneOf(['everyone', 'members'], {
    description: 'members: only its members see its tickets, whatever their role',
  }),
  description: Type.String({ maxLength: 2000 }),
}

export const TeamCard = Type.Object({ id: Id, name: fields.name, tier: fields.tier, visibility: fields.visibility })
export type TeamCard = Static<typeof TeamCard>

export const TeamMember = Type.Object({
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  active: Type.Boolean(),
  lead: Type.Boolean(),
  skills: Type.Array(Type.String()),
})
export type TeamMember = Static<typeof TeamMember>

export const Team = Type.Object({
  id: Id,
  ...fields,
  members: Type.Array(TeamMember),
  createdAt: Instant,
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Team = Static<typeof Team>

const { name, ...rest } = fields
export const NewTeam = Type.Object({ name, ...Type.Partial(Type.Object(rest)).properties })
export type NewTeam = Static<typeof NewTeam>
export const TeamChange = Type.Partial(Type.Object(fields), { additionalProperties: false })
export type TeamChange = Static<typeof TeamChange>

export const Membership = Type.Object({
  lead: Type.Optional(Type.Boolean()),
  skills: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50, uniqueItems: true })),
})
export type Membership = Static<typeof Membership>

const tag = 'people'
const MemberParams = Type.Object({ id: Id, personId: Id })
export const listTeams = endpoint({
  method: 'GET',
  path: '/api/v1/teams',
  summary: 'Teams that you may see, by tier and name',
  tag,
  response: Page(Team),
})
export const getTeam = endpoint({
  method: 'GET',
  path: '/api/v1/teams/:id',
  summary: 'One team with its members',
  tag,
  params: IdParam,
  response: Team,
})
export const createTeam = endpoint({
  method: 'POST',
  path: '/api/v1/teams',
  summary: 'Add a team',
  tag,
  body: NewTeam,
  response: Team,
  status: 201,
  idempotent: true,
})
export const changeTeam = endpoint({
  method: 'PATCH',
  path: '/api/v1/teams/:id',
  summary: 'Change a team',
  tag,
  params: IdParam,
  body: TeamChange,
  response: Team,
})
export const deleteTeam = endpoint({
  method: 'DELETE',
  path: '/api/v1/teams/:id',
  summary: 'Delete a team that nothing refers to',
  tag,
  params: IdParam,
})
export const putTeamMember = endpoint({
  method: 'PUT',
  path: '/api/v1/teams/:id/members/:personId',
  summary: 'Add a person to a team, or change their part in it',
  tag,
  params: MemberParams,
  body: Membership,
  response: Team,
})
export const removeTeamMember = endpoint({
  method: 'DELETE',
  path: '/api/v1/teams/:id/members/:personId',
  summary: 'Take a person out of a team',
  tag,
  params: MemberParams,
  response: Team,
})
