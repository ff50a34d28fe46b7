import type { Message } from './use-thread.ts'

type Authentication = NonNullable<Message['authentication']>
export type TrustReason = 'dmarc' | 'dkim' | 'spf'

/** Why a sender is not believed: the check that weighs most. undefined: there is nothing to warn of. */
export function trustReason(authentication: Message['authentication']): TrustReason | undefined {
  if (authentication?.verdict !== 'fail') return undefined
  const { dmarc, dkim } = authentication
  if (dmarc.result === 'fail') return 'dmarc'
  return dkim.result === 'fail' ? 'dkim' : 'spf'
}

export const checksOf = (authentication: Authentication) =>
  (['dmarc', 'dkim', 'spf', 'arc'] as const).map((name) => ({ name, ...authentication[name] }))
