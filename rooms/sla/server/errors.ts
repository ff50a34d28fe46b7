import { problem } from '../../../platform/errors/index.ts'

export const versionNotFound = problem('sla.version_not_found', 404, 'There is no such version of this policy.')
export const policyNotFound = problem('sla.policy_not_found', 404, 'There is no such policy.')
export const clockNotFound = problem('sla.clock_not_found', 404, 'There is no such clock on this ticket.')
export const notForRequesters = problem('sla.not_for_requesters', 403, 'Only technicians see the clocks of a ticket.')
export const trialNotFound = problem('sla.trial_not_found', 404, 'There is no such trial.')
export const policyNameTaken = problem<{ name: string }>(
  'sla.policy_name_taken',
  409,
  (p) => `There is already a policy called "${p.name}".`,
)
export const teamTaken = problem('sla.team_taken', 409, 'Something is agreed with this team already; change that.')
export const unknownReference = problem<{ what: string; id: number }>(
  'sla.unknown_reference',
  422,
  (p) => `There is no ${p.what} ${p.id}.`,
)
export const nothingPromised = problem('sla.nothing_promised', 422, 'Give at least one time for at least one priority.')
export const wrongOrder = problem(
  'sla.wrong_order',
  409,
  'The policies changed meanwhile; look at them and order them again.',
)
