import { problem } from '../../../platform/errors/index.ts'

export const notOverridden = problem(
  'triage.not_overridden',
  409,
  'Nobody has overridden this priority; it follows the matrix already.',
)
export const notAllowed = problem<{ reason: string }>('triage.not_allowed', 403, (p) => p.reason)
