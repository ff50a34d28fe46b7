import { problem } from '../../../platform/errors/index.ts'

export const handOffNeeded = problem<{ from: string; to: string }>(
  'escalation.hand_off_needed',
  409,
  (p) =>
    `${p.to} is a higher tier than ${p.from}: a ticket goes there with a hand-off, so that nobody has to start over.`,
)
export const handOffMissing = problem(
  'escalation.hand_off_missing',
  422,
  'Say what the problem is, what was tried, who is affected and what you suspect.',
)
export const overrideNotAllowed = problem(
  'escalation.override_not_allowed',
  403,
  'Only leads move a ticket up without a hand-off.',
)
export const noHigherTier = problem(
  'escalation.no_higher_tier',
  409,
  'The path of this ticket has no tier above the one it stands in.',
)
export const noSupplier = problem('escalation.no_supplier', 409, 'The path of this ticket ends without a supplier.')
export const notOnThePath = problem<{ team: string }>(
  'escalation.not_on_the_path',
  422,
  (p) => `${p.team} does not stand above the tier this ticket is in.`,
)
export const escalationNotFound = problem<{ id: number }>(
  'escalation.not_found',
  404,
  (p) => `There is no escalation ${p.id} of this ticket.`,
)
export const escalationOver = problem('escalation.over', 409, 'This escalation is over already.')
export const acceptedAlready = problem<{ by: string }>(
  'escalation.accepted_already',
  409,
  (p) => `${p.by} has accepted it already.`,
)
export const notReceiving = problem<{ team: string }>(
  'escalation.not_receiving',
  403,
  (p) => `Only ${p.team}, or a lead, accepts or returns this.`,
)
export const notTheSender = problem(
  'escalation.not_the_sender',
  403,
  'Only whoever handed it up, or a lead, takes it back.',
)
export const foreignEvidence = problem<{ id: number }>(
  'escalation.foreign_file',
  422,
  (p) => `File ${p.id} neither hangs on this ticket nor was uploaded by you.`,
)
export const versionNotFound = problem('escalation.version_not_found', 404, 'There is no such version of it.')
export const unknownTeam = problem<{ id: number }>('escalation.unknown_team', 422, (p) => `There is no team ${p.id}.`)
export const teamTwice = problem('escalation.team_twice', 422, 'A team stands in one tier of a path only.')
export const unknownService = problem<{ id: number }>(
  'escalation.unknown_service',
  404,
  (p) => `There is no service ${p.id}.`,
)
export const nobodyToTell = problem(
  'escalation.nobody_to_tell',
  409,
  'There is no lead who may see this ticket; name somebody.',
)
export const saidAlready = problem(
  'escalation.said_already',
  429,
  'This was said within the last day already; the desk knows.',
)
export const notTold = problem('escalation.not_told', 403, 'Only those who were told, or a lead, take care of this.')
export const triggerNotFound = problem<{ id: number }>(
  'escalation.trigger_not_found',
  404,
  (p) => `There is no trigger ${p.id}.`,
)
export const nobodyNamed = problem(
  'escalation.nobody_named',
  422,
  'A trigger tells somebody: leads, persons or a role.',
)
