import { Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Nullable } from '../../../platform/http/schemas.ts'
import { base, tag } from './plan.ts'

export const getReach = endpoint({
  method: 'GET',
  path: `${base}/me`,
  summary: 'How you are reached on call, and the address of your calendar',
  tag,
  response: Type.Object({ phone: Nullable(Type.String()), feed: Nullable(Type.String()) }),
})
export const putReach = endpoint({
  method: 'PUT',
  path: `${base}/me`,
  summary: 'Say your phone number for providers of messages and calls',
  tag,
  body: Type.Object({ phone: Nullable(Type.String({ pattern: '^\\+[0-9]{6,15}$' })) }),
  response: Type.Object({ phone: Nullable(Type.String()), feed: Nullable(Type.String()) }),
})
export const renewFeed = endpoint({
  method: 'PUT',
  path: `${base}/me/feed`,
  summary: 'Make a new secret address of your calendar; an earlier one ends',
  tag,
  response: Type.Object({ phone: Nullable(Type.String()), feed: Nullable(Type.String()) }),
})
export const readFeed = endpoint({
  method: 'GET',
  path: `${base}/feeds/:token`,
  summary: 'On-call times as iCalendar: your own, or those of a whole schedule',
  tag,
  params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 80 }) }),
  query: Type.Object({ schedule: Type.Optional(Id) }),
})
