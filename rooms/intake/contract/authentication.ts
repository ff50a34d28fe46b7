import { type Static, Type } from 'typebox'
import { Nullable, OneOf } from '../../../platform/http/schemas.ts'

/** The results that RFC 8601 knows, for all four methods. */
export const checkResults = ['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror'] as const
export type CheckResult = (typeof checkResults)[number]

const Check = Type.Object({
  result: OneOf(checkResults),
  domain: Nullable(Type.String({ description: 'Whom it was checked for' })),
  detail: Nullable(Type.String()),
})
export type Check = Static<typeof Check>

/** Whether a message is from whom it says it is from. */
export const MailAuthentication = Type.Object({
  verdict: OneOf(['pass', 'fail', 'unknown']),
  from: OneOf(['own check', 'trusted relay'], { description: 'Who found it out' }),
  spf: Check,
  dkim: Check,
  dmarc: Check,
  arc: Check,
  words: Type.String({ description: 'The verdict and its reason, for a person' }),
})
export type MailAuthentication = Static<typeof MailAuthentication>
