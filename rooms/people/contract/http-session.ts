import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Email, Language, named, Password, Ref, TimeZone, Token, Totp } from './shapes.ts'

const Theme = OneOf(['system', 'light', 'dark'])
const Density = OneOf(['comfortable', 'compact'])

/** Who is signed in and what they may do: the first thing every screen asks. */
export const Me = Type.Object({
  id: Id,
  name: Type.String(),
  givenName: Nullable(Type.String()),
  familyName: Nullable(Type.String()),
  email: Nullable(Type.String()),
  language: Type.String({ description: "The person's, or else the desk's" }),
  timeZone: Type.String(),
  theme: Theme,
  density: Density,
  vip: Type.Boolean(),
  organisation: Nullable(Ref),
  sharesTickets: Type.Boolean({ description: 'Members of the organisation see one another’s tickets' }),
  organisationName: Type.String({ description: 'Whose desk this is' }),
  role: Ref,
  permissions: Type.Array(Type.String()),
  teams: Type.Array(Type.Object({ id: Id, name: Type.String(), lead: Type.Boolean() })),
  hasPassword: Type.Boolean(),
  totp: Type.Boolean(),
  version: Type.Integer(),
})
export type Me = Static<typeof Me>

export const MeChange = Type.Partial(
  Type.Object({
    name: named(200),
    givenName: Nullable(Type.String({ maxLength: 100 })),
    familyName: Nullable(Type.String({ maxLength: 100 })),
    language: Nullable(Language),
    timeZone: Nullable(TimeZone),
    theme: Theme,
    density: Density,
  }),
  { additionalProperties: false },
)
export type MeChange = Static<typeof MeChange>

export const Session = Type.Object({
  id: Id,
  current: Type.Boolean(),
  ipAddress: Nullable(Type.String()),
  userAgent: Nullable(Type.String()),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
})
export type Session = Static<typeof Session>

const tag = 'session'
export const startSession = endpoint({
  method: 'POST',
  path: '/api/v1/session',
  summary: 'Sign in with a password; sets the session cookie',
  tag,
  body: Type.Object({
    email: Email,
    password: Type.String({ minLength: 1, maxLength: 256 }),
    totp: Type.Optional(Totp),
  }),
  response: Me,
  status: 201,
})
export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/v1/session',
  summary: 'Sign out',
  tag,
})
export const askSignInLink = endpoint({
  method: 'POST',
  path: '/api/v1/sign-in-links',
  summary: 'Ask for a sign-in link by e-mail; the answer is the same whether the address is known or not',
  tag,
  body: Type.Object({ email: Email }),
  status: 202,
})
export const redeemSignInLink = endpoint({
  method: 'POST',
  path: '/api/v1/sign-in-links/redeem',
  summary: 'Sign in with the token of a sign-in link; works once',
  tag,
  body: Type.Object({ token: Token, totp: Type.Optional(Totp) }),
  response: Me,
  status: 201,
})
export const askPasswordReset = endpoint({
  method: 'POST',
  path: '/api/v1/password-resets',
  summary: 'Ask for a link to set a new password; the answer is the same whether the address is known or not',
  tag,
  body: Type.Object({ email: Email }),
  status: 202,
})
export const redeemPasswordReset = endpoint({
  method: 'POST',
  path: '/api/v1/password-resets/redeem',
  summary: 'Set a new password with the token of the link; ends every session',
  tag,
  body: Type.Object({ token: Token, password: Password }),
})
export const getMe = endpoint({
  method: 'GET',
  path: '/api/v1/me',
  summary: 'Who is signed in',
  tag,
  response: Me,
})
export const changeMe = endpoint({
  method: 'PATCH',
  path: '/api/v1/me',
  summary: 'Change your own name and preferences',
  tag,
  body: MeChange,
  response: Me,
})
export const changePassword = endpoint({
  method: 'PUT',
  path: '/api/v1/me/password',
  summary: 'Set or change your password; ends your other sessions',
  tag,
  body: Type.Object({
    current: Type.Optional(Type.String({ maxLength: 256, description: 'Needed once there is a password' })),
    password: Password,
  }),
})
export const listSessions = endpoint({
  method: 'GET',
  path: '/api/v1/me/sessions',
  summary: 'Where you are signed in',
  tag,
  response: Type.Object({ items: Type.Array(Session), nextCursor: Nullable(Type.String()) }),
})
export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/v1/me/sessions',
  summary: 'Sign out everywhere else',
  tag,
})
export const endOneSession = endpoint({
  method: 'DELETE',
  path: '/api/v1/me/sessions/:id',
  summary: 'Sign out one device',
  tag,
  params: Type.Object({ id: Id }),
})
export const beginTotp = endpoint({
  method: 'POST',
  path: '/api/v1/me/totp',
  summary: 'Begin to set up a second factor: the secret for the authenticator app',
  tag,
  body: Type.Object({ password: Type.Optional(Type.String({ maxLength: 256 })) }),
  response: Type.Object({ secret: Type.String({ description: 'Base32' }), uri: Type.String() }),
  status: 201,
})
export const confirmTotp = endpoint({
  method: 'PUT',
  path: '/api/v1/me/totp',
  summary: 'Turn the second factor on with a first code; the backup codes are shown this once',
  tag,
  body: Type.Object({ totp: Totp }),
  response: Type.Object({ backupCodes: Type.Array(Type.String()) }),
})
export const removeTotp = endpoint({
  method: 'DELETE',
  path: '/api/v1/me/totp',
  summary: 'Turn the second factor off',
  tag,
  body: Type.Object({ totp: Totp }),
})
