import type { AuthenticateResult, AuthStatus } from 'mailauth'
import { type Check, type CheckResult, checkResults, type MailAuthentication } from '../../contract/authentication.ts'
import type { ParsedMail } from '../parse/parsed-mail.ts'
import type { Hop } from './handing-hop.ts'
import { lookUp } from './look-up.ts'
import { type Checks, nothing, verdictOf } from './verdict.ts'

/** All of it together; what is not known by then is a temporary error, and the mail goes its way. */
const TOTAL_MS = 10_000

/**
 * SPF, DKIM, DMARC and ARC by the desk itself. Never throws: what cannot be found out is a `temperror`. Asks nobody about
 * a message that carries nothing to check.
 */
export async function checkSender(
  raw: Buffer,
  mail: ParsedMail,
  hop: Hop,
  trustedSealers: readonly string[],
): Promise<MailAuthentication> {
  const fromDomain = domainOf(mail.from?.address)
  const signed = mail.headers.has('dkim-signature') || mail.headers.has('arc-seal')
  const peer = hop.sender === null ? null : hop.peer
  if (!signed && !peer) return present(none, { fromDomain, sealerTrusted: false, spfKnown: false })
  let results: AuthenticateResult | null = null
  try {
    results = await withinTime(verify(raw, hop, peer))
  } catch {
    // Out of time, or a message that the checks themselves cannot stand.
  }
  if (!results) return present(unanswered(signed, peer !== null), { fromDomain, sealerTrusted: false, spfKnown: true })
  const checks = checksOf(results, peer !== null)
  const sealerTrusted = trustedSealers.includes(checks.arc.domain ?? '')
  return present(checks, { fromDomain, sealerTrusted, spfKnown: peer !== null })
}

async function verify(raw: Buffer, hop: Hop, peer: Hop['peer']): Promise<AuthenticateResult> {
  // Loaded with the first message that needs it: it is large, and many desks have a server before them that checks.
  const { authenticate } = await import('mailauth')
  return authenticate(raw, {
    resolver: lookUp,
    disableBimi: true,
    mta: 'deskhand',
    ...(peer ? { ip: peer.ip, helo: peer.helo || peer.ip, sender: hop.sender ?? '' } : {}),
  })
}

const none: Checks = { spf: nothing, dkim: nothing, dmarc: nothing, arc: nothing }

function present(
  checks: Checks,
  about: { fromDomain: string; sealerTrusted: boolean; spfKnown: boolean },
): MailAuthentication {
  return { ...verdictOf(checks, about), from: 'own check', ...checks }
}

function unanswered(signed: boolean, spf: boolean): Checks {
  const late: Check = { result: 'temperror', domain: null, detail: 'The checks did not end in time.' }
  return { spf: spf ? late : nothing, dkim: signed ? late : nothing, dmarc: late, arc: nothing }
}

function checksOf({ spf, dkim, dmarc, arc }: AuthenticateResult, spfKnown: boolean): Checks {
  // The signature that counts: one that passes for the sender's own domain, else one that passes, else the first.
  const rank = (row: (typeof dkim.results)[number]) => (row.status.result === 'pass' ? (row.status.aligned ? 2 : 1) : 0)
  const best = [...dkim.results].sort((one, other) => rank(other) - rank(one))[0]
  return {
    spf: spf && spfKnown ? check(spf.status, spf.domain) : nothing,
    dkim: best ? check(best.status, best.signingDomain) : nothing,
    dmarc: dmarc ? check(dmarc.status, dmarc.status.header?.from ?? dmarc.domain) : nothing,
    arc: arc
      ? check(arc.status, (arc as { signature?: { signingDomain?: string } }).signature?.signingDomain)
      : nothing,
  }
}

function check(status: AuthStatus, domain: unknown): Check {
  const said = status.result === 'temperr' ? 'temperror' : status.result
  const result = (checkResults as readonly string[]).includes(said) ? (said as CheckResult) : 'none'
  return {
    result,
    domain: typeof domain === 'string' && domain !== '' ? domain.toLowerCase().slice(0, 254) : null,
    detail: status.comment ? String(status.comment).slice(0, 300) : null,
  }
}

export function domainOf(address: string | undefined): string {
  return (address?.split('@').pop() ?? '').toLowerCase().replace(/\.$/, '')
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), TOTAL_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
