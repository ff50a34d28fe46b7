import { problem } from '../../../platform/errors/index.ts'

export const signInRefused = problem(
  'session.refused',
  401,
  'The e-mail address or the password is not right. You can also ask for a sign-in link by e-mail.',
)
export const totpNeeded = problem('session.totp_needed', 401, 'Enter the six digits from your authenticator app.')
export const totpWrong = problem('session.totp_wrong', 401, 'This code is not right, or was used before.')
export const tooManyAttempts = problem<{ seconds: number }>(
  'session.too_many_attempts',
  429,
  (p) => `Too many attempts did not work. Try again in ${p.seconds} s, or ask for a sign-in link by e-mail.`,
)
export const linkWorthless = problem(
  'session.link_worthless',
  410,
  'This link was used already or is too old. Ask for a new one.',
)
export const sessionNotFound = problem('session.not_found', 404, 'You have no such session.')
export const passwordWrong = problem('session.password_wrong', 403, 'The current password is not right.')
export const personsOnly = problem(
  'session.persons_only',
  403,
  'Only a person who is signed in can do this, not a key.',
)

export const totpNotBegun = problem('totp.not_begun', 409, 'Begin to set up the second factor first.')
export const totpAlreadyOn = problem('totp.already_on', 409, 'The second factor is on already. Turn it off first.')
export const totpNotOn = problem('totp.not_on', 409, 'The second factor is not on.')

export const personNotFound = problem<{ id: number }>('person.not_found', 404, (p) => `There is no person ${p.id}.`)
export const notAllowed = problem<{ reason: string }>('people.not_allowed', 403, (p) => `${p.reason}.`)
export const addressTaken = problem<{ email: string }>(
  'person.address_taken',
  409,
  (p) => `The address ${p.email} belongs to another person.`,
)
export const badAddress = problem<{ email: string }>(
  'person.bad_address',
  422,
  (p) => `“${p.email.slice(0, 100)}” is not an e-mail address.`,
)
export const addressNotFound = problem('person.address_not_found', 404, 'This person has no such address.')
export const addressIsPrimary = problem(
  'person.address_is_primary',
  409,
  'This is the address the desk writes to. Make another address the primary one first.',
)
export const phoneNotFound = problem('person.phone_not_found', 404, 'This person has no such telephone number.')
export const unknownTimeZone = problem<{ name: string }>(
  'people.unknown_time_zone',
  422,
  (p) => `There is no time zone called ${p.name}; use an IANA name such as Europe/Berlin.`,
)
export const unknownReference = problem<{ what: string }>(
  'people.unknown_reference',
  422,
  (p) => `There is no such ${p.what}.`,
)

export const organisationNotFound = problem('organisation.not_found', 404, 'There is no such organisation.')
export const organisationNameTaken = problem(
  'organisation.name_taken',
  409,
  'There is an organisation of this name already.',
)
export const domainTaken = problem(
  'organisation.domain_taken',
  409,
  'This mail domain belongs to another organisation.',
)
export const organisationInUse = problem(
  'organisation.in_use',
  409,
  'Persons or tickets belong to this organisation, so it cannot be deleted.',
)

export const teamNotFound = problem('team.not_found', 404, 'There is no such team that you may see.')
export const teamNameTaken = problem('team.name_taken', 409, 'There is a team of this name already.')
export const teamInUse = problem('team.in_use', 409, 'Tickets or settings refer to this team, so it cannot be deleted.')
export const memberNotFound = problem('team.member_not_found', 404, 'This person is not in the team.')

export const noRoleNamed = problem<{ name: string; known: string[] }>(
  'role.unknown_name',
  404,
  (p) => `There is no role "${p.name}"; there are ${p.known.join(', ')}.`,
)
export const roleNotFound = problem('role.not_found', 404, 'There is no such role.')
export const roleNameTaken = problem('role.name_taken', 409, 'There is a role of this name already.')
export const roleInUse = problem('role.in_use', 409, 'Persons or API keys have this role. Give them another one first.')
export const roleBuiltIn = problem('role.built_in', 409, 'A built-in role can be changed, but not deleted.')
export const roleNotBuiltIn = problem('role.not_built_in', 409, 'Only a built-in role has defaults to go back to.')
export const unknownPermission = problem<{ name: string }>(
  'role.unknown_permission',
  422,
  (p) => `There is no permission called ${p.name}.`,
)
export const lastAdministrator = problem(
  'people.last_administrator',
  409,
  'After this nobody could manage roles any more. Give somebody else that right first.',
)

export const apiKeyNotFound = problem('api_key.not_found', 404, 'There is no such API key.')
export const apiKeyUnknown = problem('api_key.unknown', 401, 'This API key is not known or was revoked.')

export const invitationNotFound = problem('invitation.not_found', 404, 'There is no such open invitation.')
export const invitationWorthless = problem(
  'invitation.worthless',
  410,
  'This invitation was accepted, withdrawn or is too old. Ask for a new one.',
)
export const alreadyHasPassword = problem('invitation.not_needed', 409, 'This person can sign in already.')

export const setUpRefused = problem(
  'set_up.refused',
  403,
  'This set-up link does not work: the desk is set up already, or a newer link was printed.',
)
