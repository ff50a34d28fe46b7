import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from '../../../platform/http/schemas.ts'
import { Number_ } from '../../ticket/contract/shapes.ts'
import { noticeKinds, Ways } from './shapes.ts'

export * from './shapes.ts'

const tag = 'notices'

export const Notice = Type.Object({
  id: Id,
  ticket: Type.Object({ number: Number_, subject: Type.String() }),
  at: Instant,
  seen: Type.Boolean(),
  /** What happened, the newest first; at most ten of `count`. */
  entries: Type.Array(
    Type.Object({
      kind: OneOf(noticeKinds),
      by: Type.String(),
      at: Instant,
      data: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  count: Type.Integer(),
})
export type Notice = Static<typeof Notice>

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/v1/me/notices',
  summary: 'What the desk has to tell you, the newest first',
  tag,
  query: Type.Object({ ...PageQuery, unseen: Type.Optional(Type.Boolean()) }),
  response: Page(Notice),
})
export const countNotices = endpoint({
  method: 'GET',
  path: '/api/v1/me/notices/count',
  summary: 'How much of it is new; 100 stands for many',
  tag,
  response: Type.Object({ unseen: Type.Integer() }),
})
export const seeNotices = endpoint({
  method: 'PUT',
  path: '/api/v1/me/notices/seen',
  summary: 'You have seen some of it: by id, all of a ticket, or all up to a moment',
  tag,
  body: Type.Object({
    ids: Type.Optional(Type.Array(Id, { maxItems: 200 })),
    ticket: Type.Optional(Number_),
    upTo: Type.Optional(Instant),
    seen: Type.Optional(Type.Boolean({ description: 'False makes those with these ids new again' })),
  }),
  response: Type.Object({ unseen: Type.Integer() }),
})

const minute = Type.Integer({ minimum: 0, maximum: 1439, description: 'Minutes after midnight, in your time zone' })

const fields = {
  mail: OneOf(['each', 'digest', 'none'], { description: 'A mail for each, one a day with all of it, or none' }),
  digestAt: minute,
  quiet: Nullable(Type.Object({ from: minute, to: minute })),
}

export const Preferences = Type.Object({
  kinds: Type.Array(
    Type.Object({ kind: OneOf(noticeKinds), ...Ways.properties, mailable: Type.Boolean(), usual: Ways }),
  ),
  ...fields,
  timeZone: Type.String(),
  version: Type.Integer(),
})
export type Preferences = Static<typeof Preferences>

export const getPreferences = endpoint({
  method: 'GET',
  path: '/api/v1/me/notice-preferences',
  summary: 'What you are told of, and how',
  tag,
  response: Preferences,
})
export const putPreferences = endpoint({
  method: 'PUT',
  path: '/api/v1/me/notice-preferences',
  summary: 'Change what you are told of, and how',
  tag,
  body: Type.Object({
    kinds: Type.Array(Type.Object({ kind: OneOf(noticeKinds), ...Ways.properties }), { maxItems: 40 }),
    ...fields,
  }),
  response: Preferences,
})
