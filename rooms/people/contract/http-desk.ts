import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, Page } from '../../../platform/http/schemas.ts'
import { Me } from './http-session.ts'
import { Email, IdParam, Language, named, Password, Ref, TimeZone, Token } from './shapes.ts'

const organisationName = named(120)
const name = named(200)

/** What anybody may know: the sign-in page shows it. */
export const Desk = Type.Object({
  organisationName: Type.String(),
  defaultLanguage: Type.String(),
  defaultTimeZone: Type.String(),
  openSignUp: Type.Boolean({ description: 'An unknown address that asks for a link becomes a requester' }),
  setUpNeeded: Type.Boolean({ description: 'There is no administrator yet' }),
  mailGoesOut: Type.Boolean({ description: 'There is a server that links and invitations go through' }),
  version: Type.Integer(),
})
export type Desk = Static<typeof Desk>
export const DeskChange = Type.Partial(
  Type.Object({
    organisationName,
    defaultLanguage: Language,
    defaultTimeZone: TimeZone,
    openSignUp: Type.Boolean(),
  }),
  { additionalProperties: false },
)
export type DeskChange = Static<typeof DeskChange>

export const getDesk = endpoint({
  method: 'GET',
  path: '/api/v1/desk',
  summary: 'Whose desk this is',
  tag: 'desk',
  response: Desk,
})
export const changeDesk = endpoint({
  method: 'PATCH',
  path: '/api/v1/desk',
  summary: 'Change the settings of the desk',
  tag: 'desk',
  body: DeskChange,
  response: Desk,
})
export const setUp = endpoint({
  method: 'POST',
  path: '/api/v1/set-up',
  summary: 'First run: name the organisation and make the first administrator, with the printed one-time token',
  tag: 'desk',
  body: Type.Object({
    token: Token,
    organisationName,
    name,
    email: Email,
    password: Password,
    language: Type.Optional(Language),
    timeZone: Type.Optional(TimeZone),
  }),
  response: Me,
  status: 201,
})

export const Invitation = Type.Object({
  id: Id,
  person: Ref,
  email: Type.String(),
  role: Ref,
  invitedBy: Nullable(Ref),
  createdAt: Instant,
  sentAt: Instant,
  expiresAt: Instant,
  acceptedAt: Nullable(Instant),
})
export type Invitation = Static<typeof Invitation>
export const NewInvitation = Type.Object({
  email: Email,
  name: Type.Optional(name),
  roleId: Id,
  teamIds: Type.Optional(Type.Array(Id, { maxItems: 50, uniqueItems: true })),
})
export type NewInvitation = Static<typeof NewInvitation>

const tag = 'invitations'
export const listInvitations = endpoint({
  method: 'GET',
  path: '/api/v1/invitations',
  summary: 'Invitations that are not yet accepted',
  tag,
  response: Page(Invitation),
})
export const createInvitation = endpoint({
  method: 'POST',
  path: '/api/v1/invitations',
  summary: 'Invite somebody by e-mail',
  tag,
  body: NewInvitation,
  response: Invitation,
  status: 201,
  idempotent: true,
})
export const resendInvitation = endpoint({
  method: 'POST',
  path: '/api/v1/invitations/:id/mails',
  summary: 'Send an invitation again, with a new link; the old one stops working',
  tag,
  params: IdParam,
  response: Invitation,
  status: 201,
})
export const withdrawInvitation = endpoint({
  method: 'DELETE',
  path: '/api/v1/invitations/:id',
  summary: 'Withdraw an invitation',
  tag,
  params: IdParam,
})
export const lookUpInvitation = endpoint({
  method: 'POST',
  path: '/api/v1/invitations/look-up',
  summary: 'For the page behind the link: who is invited',
  tag,
  body: Type.Object({ token: Token }),
  response: Type.Object({ name: Type.String(), email: Type.String(), organisationName: Type.String() }),
})
export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/v1/invitations/accept',
  summary: 'Accept an invitation with a name and a password; signs in',
  tag,
  body: Type.Object({ token: Token, name, password: Password }),
  response: Me,
  status: 201,
})
