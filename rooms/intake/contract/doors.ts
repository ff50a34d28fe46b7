import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'

const tag = 'e-mail'

export const doorStates = ['connected', 'waiting', 'failed', 'stopped'] as const

/** What can be wrong with a door, so that a person knows what to do; the server's own words come beside it. */
export const doorTroubles = [
  'dns',
  'refused',
  'timeout',
  'closed',
  'tls',
  'tls_untrusted',
  'tls_name',
  'tls_expired',
  'no_starttls',
  'login',
  'no_secret',
  'token',
  'folder',
  'after_import',
  'server',
  'storage',
] as const
export type DoorTrouble = (typeof doorTroubles)[number]

export const Trouble = Type.Object({
  code: OneOf(doorTroubles),
  /** In English words, for programs; screens have their own by the code. */
  words: Type.String(),
  /** What the other side said. */
  detail: Type.String(),
})
export type Trouble = Static<typeof Trouble>

export const MailDoor = Type.Object({
  name: Type.String(),
  kind: OneOf(['smtp', 'http', 'pipe', 'imap', 'outgoing']),
  /** `unused`: it is there and nothing came through it yet; `paused`: an administrator stopped it. */
  state: OneOf([...doorStates, 'unused', 'paused', 'off']),
  /** Where it listens or what it connects to. */
  place: Nullable(Type.String()),
  mailbox: Nullable(Type.Object({ id: Id, address: Type.String() })),
  tls: Nullable(Type.Boolean()),
  stateAt: Nullable(Instant),
  lastMessageAt: Nullable(Instant),
  /** Messages that wait: on the server, or stored and not yet filed, or not yet sent. */
  waiting: Type.Integer(),
  /** Seconds that the oldest of them has waited here. */
  lagSeconds: Type.Integer(),
  trouble: Nullable(Trouble),
  troubleAt: Nullable(Instant),
})
export type MailDoor = Static<typeof MailDoor>

export const listMailDoors = endpoint({
  method: 'GET',
  path: '/api/v1/mail-doors',
  summary: 'How each way of mail into and out of the desk is',
  tag,
  response: Type.Object({ items: Type.Array(MailDoor), nextCursor: Nullable(Type.String()) }),
})
