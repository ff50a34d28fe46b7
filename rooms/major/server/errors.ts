import { problem } from '../../../platform/errors/index.ts'

export const majorNotFound = problem<{ number: number }>(
  'major.not_found',
  404,
  (p) => `#${p.number} is no major incident that you may see.`,
)
export const majorAlready = problem<{ number: number }>(
  'major.already',
  409,
  (p) => `It belongs to the major incident #${p.number} already.`,
)
export const ticketOver = problem('major.ticket_over', 409, 'The ticket is solved already.')
export const majorOver = problem('major.over', 409, 'This major incident is over.')
export const notOver = problem('major.not_over', 409, 'A review is written when it is over.')
export const notCoordinator = problem('major.not_coordinator', 403, 'Only its coordinator, or a lead, does this.')
export const unknownCoordinator = problem(
  'major.unknown_coordinator',
  422,
  'The coordinator must be somebody who works on this ticket.',
)
