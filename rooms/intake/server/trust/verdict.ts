import type { Check, MailAuthentication } from '../../contract/authentication.ts'

export type Checks = Pick<MailAuthentication, 'spf' | 'dkim' | 'dmarc' | 'arc'>

export const nothing: Check = { result: 'none', domain: null, detail: null }

/**
 * What the results mean for a reader. DMARC decides where the domain has a policy; elsewhere an aligned signature or
 * envelope is as good, and a broken signature or a forbidden server is as bad. An ARC chain sealed by somebody who is
 * believed repairs what forwarding broke (RFC 8617, 7.2.1).
 */
export function verdictOf(
  checks: Checks,
  { fromDomain, sealerTrusted, spfKnown }: { fromDomain: string; sealerTrusted: boolean; spfKnown: boolean },
): Pick<MailAuthentication, 'verdict' | 'words'> {
  const { spf, dkim, arc } = checks
  // What passes for another From than the one that is shown is worth nothing.
  const dmarc = isOf(checks.dmarc, fromDomain) ? checks.dmarc : nothing
  const whom = fromDomain || 'the sender'
  if (dmarc.result === 'pass') return { verdict: 'pass', words: `It is from ${whom}: DMARC passes.` }
  const dkimAligned = dkim.result === 'pass' && isAligned(dkim.domain, fromDomain)
  const spfAligned = spf.result === 'pass' && isAligned(spf.domain, fromDomain)
  if (dmarc.result === 'none' && dkimAligned) return { verdict: 'pass', words: `It is signed by ${dkim.domain}.` }
  if (dmarc.result === 'none' && spfAligned) return { verdict: 'pass', words: `${spf.domain} sends from there (SPF).` }
  if (arc.result === 'pass' && sealerTrusted)
    return { verdict: 'pass', words: `${arc.domain} vouches that it was in order before it was forwarded (ARC).` }
  if (dmarc.result === 'fail') {
    // Without the address it came from, SPF could not be checked: an unsigned message proves nothing either way.
    if (!spfKnown && dkim.result === 'none') return unknown(whom)
    return { verdict: 'fail', words: `It may not be from ${whom}: it fails the policy of that domain (DMARC).` }
  }
  if (dkim.result === 'fail' && !spfAligned)
    return {
      verdict: 'fail',
      words: `It may have been changed or forged: the signature of ${dkim.domain ?? whom} is not valid.`,
    }
  if (spf.result === 'fail' && dkim.result !== 'pass')
    return { verdict: 'fail', words: `${spf.domain ?? whom} does not let that server send in its name (SPF).` }
  return unknown(whom)
}

function unknown(whom: string): Pick<MailAuthentication, 'verdict' | 'words'> {
  return { verdict: 'unknown', words: `Nothing proves that it is from ${whom}, and nothing speaks against it.` }
}

function isOf(dmarc: Check, fromDomain: string): boolean {
  return dmarc.domain === null ? dmarc.result !== 'pass' : isAligned(dmarc.domain, fromDomain)
}

/** The same domain, or one below the other, which is what relaxed alignment comes to without a list of public suffixes. */
function isAligned(one: string | null, other: string): boolean {
  if (one === null || one === '' || !other.includes('.') || !one.includes('.')) return false
  return one === other || other.endsWith(`.${one}`) || one.endsWith(`.${other}`)
}
