import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Number_, PersonRef, Ticket, TicketRow } from './shapes.ts'

const tag = 'tickets'
const ByNumber = Type.Object({ number: Number_ })

export const MergeWish = Type.Object({
  into: Number_,
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' })),
  addWatchers: Type.Optional(
    Type.Union([Type.Boolean(), Type.Array(Id, { maxItems: 200 })], {
      description:
        'Who of the requester, the reporter and the watchers follows the other ticket from now on, and so may read it: all, none, or these. Left out: what the preview proposes',
    }),
  ),
  tellRequester: Type.Optional(
    Type.Boolean({ default: false, description: 'Mails the requester that it goes on in the other ticket' }),
  ),
})
export type MergeWishBody = Static<typeof MergeWish>

export const mergeTicketEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/merge',
  summary: 'Merge a ticket into another, which carries it on',
  tag,
  params: ByNumber,
  body: MergeWish,
  response: Ticket,
})

export const unmergeTicketEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/merge',
  summary: 'Take a merging back: everything is as it was',
  tag,
  params: ByNumber,
  response: Ticket,
  status: 200,
})

export const cautions = ['private_team', 'other_organisation'] as const

export const MergePreview = Type.Object({
  from: TicketRow,
  into: TicketRow,
  people: Type.Array(
    Type.Object({
      ...PersonRef.properties,
      role: OneOf(['requester', 'reporter', 'watcher']),
      follows: Type.Boolean({ description: 'Sees the other ticket already' }),
    }),
    { description: 'Who has part in the ticket that would be merged' },
  ),
  addWatchers: Type.Boolean({ description: 'Whether they are proposed to follow the other ticket' }),
  caution: Nullable(
    OneOf(cautions, { description: 'Why that deserves a thought: what they would read is not meant for everybody' }),
  ),
})

export const previewMergeEndpoint = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/merge/preview',
  summary: 'What merging a ticket into another would do, and who would see what',
  tag,
  params: ByNumber,
  query: Type.Object({ into: Number_ }),
  response: MergePreview,
})
