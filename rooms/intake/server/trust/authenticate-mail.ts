import { deskSetting } from '../../../../platform/settings/index.ts'
import type { MailAuthentication } from '../../contract/authentication.ts'
import type { ParsedMail } from '../parse/parsed-mail.ts'
import { checkSender, domainOf } from './check-sender.ts'
import { trustSettings } from './config.ts'
import { type Handed, type Hop, handingHop } from './handing-hop.ts'
import { isInNetworks, namesOf } from './networks.ts'
import { readAuthenticationResults } from './read-authentication-results.ts'
import { nothing, verdictOf } from './verdict.ts'

export interface Trust {
  hop: Hop
  authentication: MailAuthentication
}

/**
 * Whether a message is from whom it says: by a relay that only hands over what it has checked, by what a trusted hop wrote
 * into the header, or by the desk's own look. Reads no table and writes none; asks name servers where there is something
 * to ask about, so it runs outside of any transaction.
 */
export async function authenticateMail(raw: Buffer, mail: ParsedMail, handed: Handed): Promise<Trust> {
  const hop = handingHop(mail, handed, deskSetting(trustSettings.trustedRelays))
  if (handed.door === 'smtp' && isInNetworks(handed.remote, deskSetting(trustSettings.vouchingRelays)))
    return { hop, authentication: vouched(handed.remote) }
  const sealers = namesOf(deskSetting(trustSettings.trustedSealers))
  const relayed = hop.trusted
    ? readAuthenticationResults(
        mail.headers.get('authentication-results') ?? [],
        namesOf(deskSetting(trustSettings.trustedAuthservIds)),
      )
    : null
  if (!relayed) return { hop, authentication: await checkSender(raw, mail, hop, sealers) }
  const checks = {
    spf: relayed.spf ?? nothing,
    dkim: relayed.dkim ?? nothing,
    dmarc: relayed.dmarc ?? nothing,
    arc: relayed.arc ?? nothing,
  }
  const about = {
    fromDomain: domainOf(mail.from?.address),
    sealerTrusted: sealers.includes(checks.arc.domain ?? ''),
    // Whoever wrote that DMARC fails knew where it came from.
    spfKnown: true,
  }
  return { hop, authentication: { ...verdictOf(checks, about), from: 'trusted relay', ...checks } }
}

function vouched(remote: string): MailAuthentication {
  return {
    verdict: 'pass',
    from: 'trusted relay',
    spf: nothing,
    dkim: nothing,
    dmarc: nothing,
    arc: nothing,
    words: `The relay ${remote} only hands over what it has checked.`,
  }
}
