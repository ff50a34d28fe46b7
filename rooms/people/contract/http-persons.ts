import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from '../../../platform/http/schemas.ts'
import { PersonAbilities } from './abilities.ts'
import { Email, IdParam, Language, named, Ref, TimeZone } from './shapes.ts'

export const PhoneLabel = OneOf(['work', 'mobile', 'home', 'other'])
export type PhoneLabel = Static<typeof PhoneLabel>
/** Mail to an address came back for good, and why. */
export const Bounced = Type.Object({ at: Instant, reason: Type.String() })
export const Address = Type.Object({
  id: Id,
  email: Type.String(),
  primary: Type.Boolean(),
  verified: Type.Boolean(),
  bounced: Nullable(Bounced),
})
export const Phone = Type.Object({ id: Id, number: Type.String(), label: PhoneLabel })

/** The person as every other thing shows them: on a ticket, in a picker, as an author. */
export const PersonCard = Type.Object({
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  undeliverable: Nullable(Type.String({ description: 'Why mail to this address came back' })),
  vip: Type.Boolean(),
  active: Type.Boolean(),
  jobTitle: Nullable(Type.String()),
  location: Nullable(Type.String()),
  organisation: Nullable(Ref),
  role: Ref,
})
export type PersonCard = Static<typeof PersonCard>

export const Person = Type.Object({
  ...PersonCard.properties,
  givenName: Nullable(Type.String()),
  familyName: Nullable(Type.String()),
  language: Nullable(Type.String()),
  timeZone: Nullable(Type.String()),
  addresses: Type.Array(Address),
  phones: Type.Array(Phone),
  teams: Type.Array(Ref),
  signsInBy: Type.Object({ password: Type.Boolean(), totp: Type.Boolean(), invited: Type.Boolean() }),
  createdAt: Instant,
  updatedAt: Instant,
  version: Type.Integer(),
  abilities: PersonAbilities,
})
export type Person = Static<typeof Person>

const name = named(200)
const PhoneNumber = Type.String({ pattern: '^\\+?[0-9 ()./-]{3,30}$' })
const plainFields = {
  givenName: Nullable(Type.String({ maxLength: 100 })),
  familyName: Nullable(Type.String({ maxLength: 100 })),
  language: Nullable(Language),
  timeZone: Nullable(TimeZone),
  location: Nullable(Type.String({ maxLength: 200 })),
  jobTitle: Nullable(Type.String({ maxLength: 200 })),
  vip: Type.Boolean(),
  organisationId: Nullable(Id),
  roleId: Id,
}

export const PersonChange = Type.Partial(Type.Object({ name, ...plainFields }), { additionalProperties: false })
export type PersonChange = Static<typeof PersonChange>

export const NewPerson = Type.Object({
  name,
  ...Type.Partial(Type.Object({ email: Email, phone: PhoneNumber, ...plainFields })).properties,
})
export type NewPerson = Static<typeof NewPerson>

const PersonSearch = Type.Object({
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'Parts of the name or of an address; forgives typing errors' }),
  ),
  organisation: Type.Optional(Id),
  role: Type.Optional(Id),
  team: Type.Optional(Id),
  active: Type.Optional(Type.Boolean({ default: true, description: 'false: the deactivated ones' })),
  ...PageQuery,
})
export type PersonSearch = Static<typeof PersonSearch>

const tag = 'people'
export const listPersons = endpoint({
  method: 'GET',
  path: '/api/v1/persons',
  summary: 'Find persons',
  tag,
  query: PersonSearch,
  response: Page(PersonCard),
})
export const listColleagues = endpoint({
  method: 'GET',
  path: '/api/v1/colleagues',
  summary: 'Whom one may name in a form: members of the own organisation, or everybody for those who may read people',
  tag,
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    id: Type.Optional(Id),
  }),
  response: Page(Ref),
})
export const getPerson = endpoint({
  method: 'GET',
  path: '/api/v1/persons/:id',
  summary: 'One person',
  tag,
  params: IdParam,
  response: Person,
})
export const createPerson = endpoint({
  method: 'POST',
  path: '/api/v1/persons',
  summary: 'Add a person',
  tag,
  body: NewPerson,
  response: Person,
  status: 201,
  idempotent: true,
})
export const changePerson = endpoint({
  method: 'PATCH',
  path: '/api/v1/persons/:id',
  summary: 'Change a person',
  tag,
  params: IdParam,
  body: PersonChange,
  response: Person,
})
export const activatePerson = endpoint({
  method: 'PUT',
  path: '/api/v1/persons/:id/activation',
  summary: 'Let a person in again',
  tag,
  params: IdParam,
  response: Person,
})
export const deactivatePerson = endpoint({
  method: 'DELETE',
  path: '/api/v1/persons/:id/activation',
  summary: 'Deactivate a person; all their sessions end',
  tag,
  params: IdParam,
  response: Person,
})
export const addAddress = endpoint({
  method: 'POST',
  path: '/api/v1/persons/:id/addresses',
  summary: 'Add an e-mail address',
  tag,
  params: IdParam,
  body: Type.Object({ email: Email, primary: Type.Optional(Type.Boolean()) }),
  response: Person,
  status: 201,
  idempotent: true,
})
const AddressParams = Type.Object({ id: Id, addressId: Id })
export const makeAddressPrimary = endpoint({
  method: 'PUT',
  path: '/api/v1/persons/:id/addresses/:addressId/primary',
  summary: 'Write to this address from now on',
  tag,
  params: AddressParams,
  response: Person,
})
export const removeAddress = endpoint({
  method: 'DELETE',
  path: '/api/v1/persons/:id/addresses/:addressId',
  summary: 'Remove an e-mail address',
  tag,
  params: AddressParams,
  response: Person,
})
export const clearBounce = endpoint({
  method: 'DELETE',
  path: '/api/v1/persons/:id/addresses/:addressId/bounce',
  summary: 'Say that an address works after all, though mail to it came back',
  tag,
  params: AddressParams,
  response: Person,
})
export const addPhone = endpoint({
  method: 'POST',
  path: '/api/v1/persons/:id/phones',
  summary: 'Add a telephone number',
  tag,
  params: IdParam,
  body: Type.Object({
    number: PhoneNumber,
    label: Type.Optional(PhoneLabel),
  }),
  response: Person,
  status: 201,
  idempotent: true,
})
export const removePhone = endpoint({
  method: 'DELETE',
  path: '/api/v1/persons/:id/phones/:phoneId',
  summary: 'Remove a telephone number',
  tag,
  params: Type.Object({ id: Id, phoneId: Id }),
  response: Person,
})
export const resetTotp = endpoint({
  method: 'DELETE',
  path: '/api/v1/persons/:id/totp',
  summary: "Remove a person's second factor, because they lost it",
  tag,
  params: IdParam,
})
