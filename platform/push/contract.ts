import { Type } from 'typebox'
import { endpoint } from '../http/contract.ts'
import { Id, Instant, Nullable } from '../http/schemas.ts'

const tag = 'notices'

export const getPushKey = endpoint({
  method: 'GET',
  path: '/api/v1/push-key',
  summary: 'The key by which a browser subscribes to web push',
  tag,
  response: Type.Object({ publicKey: Type.String() }),
})

const PushSubscription = Type.Object({
  id: Id,
  label: Type.String(),
  endpoint: Type.String(),
  createdAt: Instant,
  lastAt: Nullable(Instant),
  lastError: Nullable(Type.String()),
})

export const listPushSubscriptions = endpoint({
  method: 'GET',
  path: '/api/v1/me/push-subscriptions',
  summary: 'Your own browsers that get web push',
  tag,
  response: Type.Object({ items: Type.Array(PushSubscription) }),
})

export const putPushSubscription = endpoint({
  method: 'PUT',
  path: '/api/v1/me/push-subscriptions',
  summary: 'Let this browser get web push',
  tag,
  body: Type.Object({
    endpoint: Type.String({ minLength: 10, maxLength: 2000, pattern: '^https://' }),
    keys: Type.Object({
      p256dh: Type.String({ minLength: 20, maxLength: 200, pattern: '^[A-Za-z0-9_=-]+$' }),
      auth: Type.String({ minLength: 10, maxLength: 100, pattern: '^[A-Za-z0-9_=-]+$' }),
    }),
    label: Type.String({ minLength: 1, maxLength: 120 }),
  }),
  response: PushSubscription,
})

export const deletePushSubscription = endpoint({
  method: 'DELETE',
  path: '/api/v1/me/push-subscriptions/:id',
  summary: 'A browser gets no web push any more',
  tag,
  params: Type.Object({ id: Id }),
})

export const tryPush = endpoint({
  method: 'POST',
  path: '/api/v1/me/push-subscriptions/trials',
  summary: 'Send a web push to all your own browsers',
  tag,
  response: Type.Object({ sent: Type.Integer() }),
})
