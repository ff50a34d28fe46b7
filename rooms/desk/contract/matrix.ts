import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Number_, priorities, statuses } from '../../ticket/contract/shapes.ts'

export const urgentBecause = ['over', 'due_soon', 'cannot_work'] as const
export const importantBecause = ['everybody', 'group', 'vip', 'priority'] as const

export const WeighedTicket = Type.Object({
  number: Number_,
  subject: Type.String(),
  status: OneOf(statuses),
  priority: OneOf(priorities),
  requester: Type.String(),
  dueAt: Nullable(Instant),
  urgent: Type.Array(OneOf(urgentBecause), { description: 'Why it is urgent; empty when it is not' }),
  important: Type.Array(OneOf(importantBecause), { description: 'Why it is important; empty when it is not' }),
})
export type WeighedTicket = Static<typeof WeighedTicket>

export const getMyMatrix = endpoint({
  method: 'GET',
  path: '/api/v1/my-work',
  summary: 'The active tickets one has, by what is urgent and what is important',
  tag: 'work lists',
  response: Type.Object({
    items: Type.Array(WeighedTicket, { description: 'Due first, then by priority' }),
    more: Type.Boolean({ description: 'There are others, less urgent ones' }),
  }),
})
