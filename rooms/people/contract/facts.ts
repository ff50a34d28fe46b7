import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, Nullable, OneOf } from '../../../platform/http/schemas.ts'

/** Facts never carry a secret: no password, token, code, hash, and of an API key only how it begins. */
const Changes = Type.Record(Type.String(), Type.Object({ before: Type.Unknown(), after: Type.Unknown() }))
const Named = Type.Object({ name: Type.String() })

export const personAdded = fact(
  'person.added',
  'person',
  Type.Object({ name: Type.String(), email: Nullable(Type.String()), organisationId: Nullable(Id), roleId: Id }),
)
export const personChanged = fact('person.changed', 'person', Type.Object({ changes: Changes }))
export const personActivated = fact('person.activated', 'person', Type.Object({}))
export const personDeactivated = fact('person.deactivated', 'person', Type.Object({}))
export const addressAdded = fact(
  'person.address_added',
  'person',
  Type.Object({ email: Type.String(), primary: Type.Boolean() }),
)
export const addressMadePrimary = fact(
  'person.address_made_primary',
  'person',
  Type.Object({ email: Type.String(), before: Nullable(Type.String()) }),
)
export const addressRemoved = fact('person.address_removed', 'person', Type.Object({ email: Type.String() }))
/** A mail to it came back for good. */
export const addressBounced = fact(
  'person.address_bounced',
  'person',
  Type.Object({ email: Type.String(), reason: Type.String() }),
)
/** A mail came in from it, or somebody says that it works. */
export const addressWorks = fact('person.address_works', 'person', Type.Object({ email: Type.String() }))
export const phoneAdded = fact(
  'person.phone_added',
  'person',
  Type.Object({ number: Type.String(), label: Type.String() }),
)
export const phoneRemoved = fact('person.phone_removed', 'person', Type.Object({ number: Type.String() }))
export const passwordChanged = fact(
  'person.password_changed',
  'person',
  Type.Object({ by: OneOf(['self', 'reset', 'invitation', 'set-up', 'cli']) }),
)
export const totpTurnedOn = fact('person.totp_turned_on', 'person', Type.Object({}))
export const totpTurnedOff = fact(
  'person.totp_turned_off',
  'person',
  Type.Object({ by: OneOf(['self', 'administrator']) }),
)
export const backupCodeUsed = fact('person.backup_code_used', 'person', Type.Object({ left: Type.Integer() }))

const How = OneOf(['password', 'link', 'invitation', 'set-up'])
export const sessionStarted = fact(
  'session.started',
  'person',
  Type.Object({ sessionId: Id, how: How, totp: Type.Boolean(), ipAddress: Nullable(Type.String()) }),
)
export const sessionEnded = fact(
  'session.ended',
  'person',
  Type.Object({ sessionIds: Type.Array(Id), why: Type.String() }),
)
/** Only told of persons that exist: what strangers type is kept nowhere. */
export const sessionFailed = fact(
  'session.failed',
  'person',
  Type.Object({ why: OneOf(['password', 'totp']), ipAddress: Nullable(Type.String()) }),
)

export const organisationAdded = fact('organisation.added', 'organisation', Named)
export const organisationChanged = fact('organisation.changed', 'organisation', Type.Object({ changes: Changes }))
export const organisationDeleted = fact('organisation.deleted', 'organisation', Named)

export const teamAdded = fact(
  'team.added',
  'team',
  Type.Object({ name: Type.String(), tier: Type.Integer(), visibility: Type.String() }),
)
export const teamChanged = fact('team.changed', 'team', Type.Object({ changes: Changes }))
export const teamDeleted = fact('team.deleted', 'team', Named)
const Member = Type.Object({ personId: Id, lead: Type.Boolean(), skills: Type.Array(Type.String()) })
export const teamMemberAdded = fact('team.member_added', 'team', Member)
export const teamMemberChanged = fact('team.member_changed', 'team', Member)
export const teamMemberRemoved = fact('team.member_removed', 'team', Type.Object({ personId: Id }))

export const roleAdded = fact(
  'role.added',
  'role',
  Type.Object({ name: Type.String(), copyOf: Nullable(Id), permissions: Type.Array(Type.String()) }),
)
export const roleChanged = fact('role.changed', 'role', Type.Object({ changes: Changes }))
export const roleDeleted = fact('role.deleted', 'role', Named)

export const apiKeyCreated = fact(
  'api_key.created',
  'api_key',
  Type.Object({ name: Type.String(), roleId: Id, hint: Type.String() }),
)
export const apiKeyRevoked = fact('api_key.revoked', 'api_key', Named)

export const invitationSent = fact(
  'invitation.sent',
  'invitation',
  Type.Object({ personId: Id, email: Type.String(), again: Type.Boolean() }),
)
export const invitationAccepted = fact('invitation.accepted', 'invitation', Type.Object({ personId: Id }))
export const invitationWithdrawn = fact('invitation.withdrawn', 'invitation', Type.Object({ personId: Id }))

export const deskSetUp = fact('desk.set_up', 'desk', Type.Object({ organisationName: Type.String() }))
export const deskChanged = fact('desk.changed', 'desk', Type.Object({ changes: Changes }))
