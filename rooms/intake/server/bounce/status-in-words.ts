/** What servers say where they give no code of RFC 3463; the first that fits. */
const WORDS: readonly [says: RegExp, status: string][] = [
  [
    /over ?quota|quota exceeded|exceeded.{0,20}quota|mailbox (?:is )?full|full mailbox|insufficient (?:system )?storage/i,
    '5.2.2',
  ],
  [/(?:account|mailbox|user).{0,30}(?:disabled|inactive|suspended|deactivated|locked)/i, '5.2.1'],
  [/message (?:size|is too (?:large|big))|too large|exceeds.{0,30}(?:size|limit)/i, '5.3.4'],
  [
    /spam|blacklist|blocklist|blocked|policy|reputation|dmarc|not authori[sz]ed|relay(?:ing)? (?:access )?denied/i,
    '5.7.1',
  ],
  [
    /user unknown|unknown user|no such (?:user|recipient|mailbox|address|person)|does(?: not|n['’]t) (?:exist|have an account)|address (?:not found|couldn['’]t be found|rejected)|recipient (?:not found|unknown|rejected)|unknown (?:recipient|address|mailbox)|invalid (?:recipient|mailbox|address)|mailbox (?:unavailable|not found|unknown)|no mailbox (?:here )?by that name|not listed in|account does not exist|unbekannt|existiert nicht|n['’]existe pas|no existe/i,
    '5.1.1',
  ],
  [
    /host (?:or domain name )?(?:unknown|not found)|domain.{0,40}(?:not found|does not exist|couldn['’]t be found)|unrouteable|nxdomain|name or service not known/i,
    '5.1.2',
  ],
  [/(?:connection|connect).{0,30}(?:timed out|refused)|no route to host|unreachable|no answer/i, '5.4.1'],
]

/** The enhanced status (RFC 3463) that a server's words come to; '' when they say nothing known. */
export function statusInWords(text: string): string {
  const words = text.slice(0, 4000)
  return WORDS.find(([says]) => says.test(words))?.[1] ?? ''
}

/** Whether a permanent failure is about the address, and not about this one message: its size, its content, a rule. */
export function saysAddressIsBad(status: string): boolean {
  return !/^5\.[367]\./.test(status) && !status.startsWith('4')
}
