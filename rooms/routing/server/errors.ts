import { problem } from '../../../platform/errors/index.ts'

export const staffOnly = problem('routing.staff_only', 403, 'Only those who work on a ticket see who got it and why.')
export const versionNotFound = problem('routing.version_not_found', 404, 'There is no such version of this rule.')
export const ruleNotFound = problem('routing.rule_not_found', 404, 'There is no such rule.')
export const badCondition = problem<{ why: string }>('routing.bad_condition', 422, (p) => p.why)
export const unknownReference = problem<{ what: string }>(
  'routing.unknown_reference',
  422,
  (p) => `There is no such ${p.what}.`,
)
export const notAllRules = problem(
  'routing.not_all_rules',
  409,
  'The order has to name every rule once; somebody has added or deleted one.',
)
export const tooManyRules = problem<{ most: number }>(
  'routing.too_many_rules',
  422,
  (p) => `More than ${p.most} rules are more than anybody can follow.`,
)
export const noTeamOfYours = problem(
  'routing.no_team_of_yours',
  409,
  'You are in no team, so there is no ticket to take next.',
)
export const notInTeam = problem('routing.not_in_team', 403, 'You are not in this team.')
export const teamNotFound = problem('routing.team_not_found', 404, 'There is no such team for you.')
export const notYourTeam = problem(
  'routing.not_your_team',
  403,
  'Only who leads this team, or may manage routing, changes this.',
)
export const absenceNotFound = problem('routing.absence_not_found', 404, 'There is no such absence.')
export const badAbsence = problem<{ why: string }>('routing.bad_absence', 422, (p) => p.why)
export const trialNotFound = problem('routing.trial_not_found', 404, 'There is no such trial of yours.')
