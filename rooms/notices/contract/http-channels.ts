import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Number_, priorities } from '../../ticket/contract/shapes.ts'
import { channelKinds, services } from './shapes.ts'

const tag = 'notices'

export const ChannelRule = Type.Object({
  kinds: Type.Array(OneOf(channelKinds), { minItems: 1 }),
  priorities: Type.Array(OneOf(priorities), { description: 'None: all' }),
  teams: Type.Array(Id, { maxItems: 100, description: 'None: all that are not private' }),
  subject: Type.Boolean({ description: 'Say the subject; without it, only number and priority' }),
})
export type ChannelRule = Static<typeof ChannelRule>

const fields = {
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  active: Type.Boolean(),
  kind: OneOf(services),
  rule: ChannelRule,
}

export const Channel = Type.Object({
  id: Id,
  ...fields,
  host: Type.String({ description: 'Of the address; the rest of it is kept secret' }),
  last: Nullable(
    Type.Object({ state: OneOf(['queued', 'sent', 'failed']), at: Instant, error: Nullable(Type.String()) }),
  ),
  version: Type.Integer(),
})
export type Channel = Static<typeof Channel>

const ById = Type.Object({ id: Id })
const url = Type.String({ minLength: 10, maxLength: 2000, pattern: '^https?://' })

export const listChannels = endpoint({
  method: 'GET',
  path: '/api/v1/notice-channels',
  summary: 'The chats that are told what happens',
  tag,
  response: Type.Object({ items: Type.Array(Channel) }),
})
export const createChannel = endpoint({
  method: 'POST',
  path: '/api/v1/notice-channels',
  summary: 'Tell a chat by its incoming web hook',
  tag,
  body: Type.Object({ ...fields, url }),
  response: Channel,
  status: 201,
  idempotent: true,
})
export const saveChannel = endpoint({
  method: 'PUT',
  path: '/api/v1/notice-channels/:id',
  summary: 'Save it as a new version; without `url` the address stays',
  tag,
  params: ById,
  body: Type.Object({ ...fields, url: Type.Optional(url) }),
  response: Channel,
})
export const removeChannel = endpoint({
  method: 'DELETE',
  path: '/api/v1/notice-channels/:id',
  summary: 'Tell it nothing any more',
  tag,
  params: ById,
})
export const listChannelVersions = endpoint({
  method: 'GET',
  path: '/api/v1/notice-channels/:id/versions',
  summary: 'Every version, the newest first',
  tag,
  params: ById,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        version: Type.Integer(),
        ...fields,
        host: Type.String(),
        savedBy: Type.String(),
        savedAt: Instant,
      }),
    ),
  }),
})
export const tryChannel = endpoint({
  method: 'POST',
  path: '/api/v1/notice-channels/trials',
  summary: 'Send a sample to the address, and say what it answered',
  tag,
  body: Type.Object({ kind: OneOf(services), url: Type.Optional(url), channel: Type.Optional(Id) }),
  response: Type.Object({ ok: Type.Boolean(), answer: Type.String() }),
})
export const previewChannel = endpoint({
  method: 'POST',
  path: '/api/v1/notice-channels/preview',
  summary: 'What it would have been told in the last days',
  tag,
  body: Type.Object({ rule: ChannelRule, days: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })) }),
  response: Type.Object({
    count: Type.Integer(),
    days: Type.Integer(),
    examples: Type.Array(Type.Object({ number: Number_, words: Type.String() })),
  }),
})
