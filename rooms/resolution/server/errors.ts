import { problem } from '../../../platform/errors/index.ts'

export const linkNotFound = problem(
  'resolution.link_not_found',
  404,
  'This link is not valid. Sign in to see your tickets, or answer the mail it came in.',
)
export const answeredAlready = problem(
  'resolution.answered_already',
  409,
  'This was answered already. Answer the mail if there is more to say.',
)
