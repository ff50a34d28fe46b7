import { problem } from '../../../platform/errors/index.ts'

export const channelNotFound = problem<{ id: number }>(
  'notices.channel_not_found',
  404,
  (p) => `There is no chat ${p.id}.`,
)
export const personsOnly = problem('notices.persons_only', 403, 'Only people are told something.')
export const noAddress = problem('notices.no_address', 422, 'Say the address of the web hook.')
