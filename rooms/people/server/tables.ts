import type { Generated } from 'kysely'

interface Versioned {
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

interface DeskTable {
  id: Generated<boolean>
  organisationName: Generated<string>
  defaultLanguage: Generated<string>
  defaultTimeZone: Generated<string>
  openSignUp: Generated<boolean>
  updatedAt: Generated<Date>
  version: Generated<number>
}

interface RoleTable extends Versioned {
  id: Generated<number>
  name: string
  builtIn: string | null
  customised: Generated<boolean>
  permissions: Generated<string[]>
}

interface OrganisationTable extends Versioned {
  id: Generated<number>
  name: string
  kind: Generated<'department' | 'customer'>
  vip: Generated<boolean>
  defaultServiceLevel: string | null
  sharesTickets: Generated<boolean>
}

interface OrganisationDomainTable {
  domain: string
  organisationId: number
}

interface PersonTable extends Versioned {
  id: Generated<number>
  name: string
  givenName: string | null
  familyName: string | null
  language: string | null
  timeZone: string | null
  theme: Generated<'system' | 'light' | 'dark'>
  density: Generated<'comfortable' | 'compact'>
  location: string | null
  jobTitle: string | null
  vip: Generated<boolean>
  organisationId: number | null
  roleId: number
  active: Generated<boolean>
  search: Generated<string>
}

interface PersonAddressTable {
  id: Generated<number>
  personId: number
  email: string
  isPrimary: Generated<boolean>
  verified: Generated<boolean>
  bouncedAt: Date | null
  bounceReason: string | null
  createdAt: Generated<Date>
}

interface PersonPhoneTable {
  id: Generated<number>
  personId: number
  number: string
  label: Generated<'work' | 'mobile' | 'home' | 'other'>
}

interface TeamTable extends Versioned {
  id: Generated<number>
  name: string
  tier: Generated<number>
  visibility: Generated<'everyone' | 'members'>
  description: Generated<string>
}

interface TeamMemberTable {
  teamId: number
  personId: number
  lead: Generated<boolean>
  skills: Generated<string[]>
  addedAt: Generated<Date>
}

interface PasswordTable {
  personId: number
  hash: string
  changedAt: Generated<Date>
}

interface SessionTable {
  id: Generated<number>
  personId: number
  tokenHash: Buffer
  ipAddress: string | null
  userAgent: string | null
  createdAt: Generated<Date>
  lastSeenAt: Generated<Date>
  expiresAt: Date
}

interface MailedTokenTable {
  id: Generated<number>
  personId: number
  purpose: 'sign-in' | 'password-reset'
  tokenHash: Buffer
  email: string
  createdAt: Generated<Date>
  expiresAt: Date
}

interface TotpTable {
  personId: number
  secret: Buffer
  createdAt: Generated<Date>
  confirmedAt: Date | null
  lastStep: Generated<number>
}

interface BackupCodeTable {
  personId: number
  codeHash: Buffer
}

interface SignInFailureTable {
  key: Buffer
  failures: number
  lastAt: Date
  blockedUntil: Date
}

interface InvitationTable {
  id: Generated<number>
  personId: number
  email: string
  tokenHash: Buffer
  invitedBy: number | null
  createdAt: Generated<Date>
  sentAt: Generated<Date>
  expiresAt: Date
  acceptedAt: Date | null
}

interface ApiKeyTable {
  id: Generated<number>
  name: string
  tokenHash: Buffer
  hint: string
  roleId: number
  createdBy: number | null
  createdAt: Generated<Date>
  lastUsedAt: Date | null
  revokedAt: Date | null
}

interface SetUpTable {
  id: Generated<boolean>
  tokenHash: Buffer
  createdAt: Generated<Date>
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'people.desk': DeskTable
    'people.role': RoleTable
    'people.organisation': OrganisationTable
    'people.organisationDomain': OrganisationDomainTable
    'people.person': PersonTable
    'people.personAddress': PersonAddressTable
    'people.personPhone': PersonPhoneTable
    'people.team': TeamTable
    'people.teamMember': TeamMemberTable
    'people.password': PasswordTable
    'people.session': SessionTable
    'people.mailedToken': MailedTokenTable
    'people.totp': TotpTable
    'people.backupCode': BackupCodeTable
    'people.signInFailure': SignInFailureTable
    'people.invitation': InvitationTable
    'people.apiKey': ApiKeyTable
    'people.setUp': SetUpTable
  }
}
