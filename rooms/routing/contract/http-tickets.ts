import { Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Nullable, OneOf, Page } from '../../../platform/http/schemas.ts'
import { Number_, priorities } from '../../ticket/contract/shapes.ts'
import { Decision, TicketBrief } from './shapes.ts'

const tag = 'routing'
const ByNumber = Type.Object({ number: Number_ })

export const listDecisions = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/routing',
  summary: 'Who got a ticket and why, newest first',
  tag,
  params: ByNumber,
  response: Page(Decision),
})
export const routeAgainEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/routing',
  summary: 'Let the rules decide once more, and the team give it out',
  tag,
  params: ByNumber,
  response: Decision,
  status: 201,
  idempotent: true,
})

export const takeNext = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/next',
  summary:
    'Take the most urgent ticket of one’s teams that nobody has and that one has the skills for; of several the one due first',
  tag,
  body: Type.Optional(
    Type.Object(
      {
        team: Type.Optional(Id),
        anySkill: Type.Optional(Type.Boolean({ description: 'Also what needs other skills' })),
      },
      { additionalProperties: false },
    ),
  ),
  response: Type.Object({
    ticket: Nullable(
      Type.Object({ ...TicketBrief.properties, priority: OneOf(priorities), team: Nullable(Type.String()) }),
    ),
    skills: Type.Array(Type.String(), { description: 'Of the viewer, that it needs' }),
    waiting: Type.Integer({ description: 'Others that nobody has; counting stops at 100' }),
    otherSkills: Type.Integer({ description: 'Of those, that need skills the viewer has not' }),
  }),
  idempotent: true,
})
