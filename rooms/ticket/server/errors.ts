import { problem } from '../../../platform/errors/index.ts'

export const ticketNotFound = problem<{ number: number }>(
  'ticket.not_found',
  404,
  (p) => `There is no ticket #${p.number} that you may see.`,
)
export const notAllowed = problem<{ reason: string }>('ticket.not_allowed', 403, (p) => p.reason)
export const noSuchMove = problem<{ from: string; to: string }>(
  'ticket.no_such_move',
  409,
  (p) => `A ticket that is ${p.from.replaceAll('_', ' ')} cannot become ${p.to.replaceAll('_', ' ')} this way.`,
)
export const resolutionNeeded = problem(
  'ticket.resolution_needed',
  409,
  'A ticket is resolved by its resolution: cause, action and verification (POST …/resolution).',
)
export const untilNeeded = problem('ticket.until_needed', 422, 'Waiting until a time needs that time, in the future.')
export const unknownReference = problem<{ what: string; value: string }>(
  'ticket.unknown_reference',
  422,
  (p) => `There is no ${p.what} "${p.value}".`,
)
export const staffOnly = problem<{ field: string }>(
  'ticket.staff_only_field',
  403,
  (p) => `Only technicians set "${p.field}".`,
)
export const requesterNeeded = problem(
  'ticket.requester_needed',
  422,
  'Say whom the ticket is for: requester { email, name? }.',
)
export const linkExists = problem('ticket.link_exists', 409, 'These tickets are linked like this already.')
export const linkToItself = problem('ticket.link_to_itself', 422, 'A ticket cannot be linked to itself.')
export const notAMember = problem<{ name: string; team: string }>(
  'ticket.assignee_not_in_team',
  422,
  (p) => `${p.name} is not a member of ${p.team}, whose tickets are private.`,
)
export const notOfTheDesk = problem<{ name: string }>(
  'ticket.assignee_not_of_the_desk',
  422,
  (p) => `${p.name} does not work on tickets: their role does not let them.`,
)
export const noSuchLevel = problem<{ field: string; highest: number }>(
  'ticket.no_such_level',
  422,
  (p) => `The priority matrix has ${p.field} 1 to ${p.highest}.`,
)
export const notNow = problem<{ reason: string }>('ticket.not_now', 409, (p) => p.reason)
export const badFilter = problem<{ field: string; value: string }>(
  'ticket.bad_filter',
  422,
  (p) => `"${p.value}" is not a value that ${p.field} can be filtered by.`,
)
export const wrongAnswer = problem<{ key: string; code: string }>(
  'ticket.wrong_answer',
  422,
  (p) => `The answer to "${p.key}" is not right: ${p.code.replaceAll('_', ' ')}.`,
)
export const mergedAway = problem<{ number: number; into: number }>(
  'ticket.merged',
  409,
  (p) => `#${p.number} was merged into #${p.into}; it goes on there.`,
)
export const mergedIntoItself = problem('ticket.merged_into_itself', 422, 'A ticket cannot be merged into itself.')
export const mergeIntoClosed = problem<{ number: number }>(
  'ticket.merge_into_closed',
  409,
  (p) => `#${p.number} is closed; reopen it before something is merged into it.`,
)
