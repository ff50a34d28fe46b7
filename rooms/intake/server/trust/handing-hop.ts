import { isIP } from 'node:net'
import type { ParsedMail } from '../parse/parsed-mail.ts'
import { isInNetworks, isInternal, plainIp } from './networks.ts'

export interface Handed {
  door: 'smtp' | 'api' | 'pipe' | 'imap'
  /** The address that handed it over; '' for a pipe. */
  remote: string
  envelopeFrom: string
}

export interface Hop {
  /** What it wrote into the header is believed: verdicts about sender and spam. */
  trusted: boolean
  /** Whoever came in from outside and their greeting; null where nobody can tell. */
  peer: { ip: string; helo: string } | null
  /** MAIL FROM, where the envelope or the server that ended it says so; null when unknown. */
  sender: string | null
}

const MAX_HOPS = 10

/**
 * Who handed a message over, and who gave it to them. Received fields are believed only from the top down and only while
 * the hop that wrote one is trusted: below that anybody may have written anything.
 */
export function handingHop(mail: ParsedMail, handed: Handed, trustedRelays: readonly string[]): Hop {
  const returnPath = mail.headers.get('return-path')?.[0]
  const fromHeader = returnPath === undefined ? null : returnPath.replace(/[<>\s]/g, '')
  // A pipe, a mailbox and a key belong to whoever runs the desk.
  const isSmtp = handed.door === 'smtp'
  const trusted = !isSmtp || isInNetworks(handed.remote, trustedRelays)
  const sender = isSmtp ? handed.envelopeFrom : handed.envelopeFrom || fromHeader
  if (isSmtp && !trusted) return { trusted, peer: outside({ ip: plainIp(handed.remote), helo: '' }), sender }
  // A key hands over what it got from wherever: its Received fields are as good as the program that has it.
  for (const field of mail.headers.get('received')?.slice(0, MAX_HOPS) ?? []) {
    const peer = peerOf(field)
    if (!peer) return { trusted, peer: null, sender }
    if (!isInNetworks(peer.ip, trustedRelays) && !isInternal(peer.ip)) return { trusted, peer, sender }
    if (isInternal(peer.ip) && !isInNetworks(peer.ip, trustedRelays)) return { trusted, peer: null, sender }
  }
  return { trusted, peer: null, sender }
}

function outside(peer: { ip: string; helo: string }) {
  return isIP(peer.ip) !== 0 && !isInternal(peer.ip) ? peer : null
}

/** "from helo.example (name.example [192.0.2.1]) by …": the address in brackets is what the server saw. */
function peerOf(received: string): { ip: string; helo: string } | null {
  const from = /^\s*from\s+(\S{1,255})([\s\S]{0,500}?)\sby\s/i.exec(received)
  if (!from) return null
  const ip = [...(from[2] ?? '').matchAll(/[[(\s](?:IPv6:)?([0-9a-f:.]{3,45})[\])]/gi)]
    .map((match) => plainIp(match[1] ?? ''))
    .find((address) => isIP(address) !== 0)
  return ip === undefined ? null : { ip, helo: (from[1] ?? '').replace(/[[\]]/g, '') }
}
