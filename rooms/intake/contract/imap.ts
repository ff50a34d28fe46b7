import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Trouble } from './doors.ts'

const tag = 'e-mail'

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const Secret = Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 10_000 })))
const TokenUrl = Type.String({ pattern: '^(https://|http://(127\\.0\\.0\\.1|localhost)[:/])\\S+$', maxLength: 500 })

const fields = {
  active: Type.Boolean(),
  provider: OneOf(['imap', 'google', 'microsoft']),
  host: Type.String({ pattern: '^[^\\s/@]{1,253}$' }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  security: OneOf(['tls', 'starttls', 'none']),
  ca: Nullable(Type.String({ maxLength: 100_000, pattern: '-----BEGIN CERTIFICATE-----' })),
  username: Text(320),
  login: OneOf(['password', 'oauth']),
  tokenUrl: Nullable(TokenUrl),
  clientId: Nullable(Text(500)),
  scope: Nullable(Text(2000)),
  folder: Text(500),
  startWith: OneOf(['new', 'unread', 'all']),
  afterImport: OneOf(['seen', 'move', 'delete']),
  moveTo: Nullable(Text(500)),
}

export const ImapAccount = Type.Object({
  ...fields,
  hasPassword: Type.Boolean(),
  hasClientSecret: Type.Boolean(),
  hasRefreshToken: Type.Boolean(),
  version: Type.Integer(),
})
export type ImapAccount = Static<typeof ImapAccount>

/** Secrets that are left out stay as they are, as long as they go to the same server; null forgets them. */
export const WriteImapAccount = Type.Object({
  ...fields,
  password: Secret,
  clientSecret: Secret,
  refreshToken: Secret,
})
export type WriteImapAccount = Static<typeof WriteImapAccount>

const params = Type.Object({ id: Id })

export const getImapAccount = endpoint({
  method: 'GET',
  path: '/api/v1/mailboxes/:id/imap',
  summary: 'Where a mailbox is collected from; null when it is not',
  tag,
  params,
  response: Type.Object({ imap: Nullable(ImapAccount) }),
})

export const setImapAccount = endpoint({
  method: 'PUT',
  path: '/api/v1/mailboxes/:id/imap',
  summary: 'Collect a mailbox over IMAP',
  tag,
  params,
  body: WriteImapAccount,
  response: ImapAccount,
})

export const removeImapAccount = endpoint({
  method: 'DELETE',
  path: '/api/v1/mailboxes/:id/imap',
  summary: 'No longer collect a mailbox; what was collected stays',
  tag,
  params,
})

export const trialSteps = ['find', 'connect', 'encrypt', 'login', 'folder', 'move'] as const

export const ImapTrial = Type.Object({
  ok: Type.Boolean(),
  steps: Type.Array(Type.Object({ step: OneOf(trialSteps), ok: Type.Boolean(), trouble: Nullable(Trouble) })),
  /** Folders of the account, once it could be signed in to. */
  folders: Type.Array(Type.String()),
  messages: Nullable(Type.Integer()),
  unread: Nullable(Type.Integer()),
  idle: Nullable(Type.Boolean()),
})
export type ImapTrial = Static<typeof ImapTrial>

export const tryImapAccount = endpoint({
  method: 'POST',
  path: '/api/v1/mailboxes/:id/imap/trials',
  summary: 'Try settings out without saving them, and say what is wrong',
  tag,
  params,
  body: WriteImapAccount,
  response: ImapTrial,
})
