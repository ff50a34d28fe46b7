import type { Check, CheckResult } from '../../contract/authentication.ts'

export interface RelayedResults {
  spf: Check | null
  dkim: Check | null
  dmarc: Check | null
  arc: Check | null
}

const METHODS = ['spf', 'dkim', 'dmarc', 'arc'] as const
const RESULTS: Record<string, CheckResult> = {
  pass: 'pass',
  fail: 'fail',
  hardfail: 'fail',
  softfail: 'softfail',
  neutral: 'neutral',
  none: 'none',
  policy: 'policy',
  temperror: 'temperror',
  error: 'temperror',
  permerror: 'permerror',
  unknown: 'permerror',
  // Exchange: passes by its own best guess, where the domain has no DMARC record.
  bestguesspass: 'none',
}

/**
 * Authentication-Results (RFC 8601) of a host that is believed, by its authserv-id. Only the topmost of that host counts:
 * a receiving host removes forged ones that came with the message, and puts its own above everything.
 * `none` as an id stands for fields without one, as Microsoft 365 writes them.
 */
export function readAuthenticationResults(fields: readonly string[], ids: readonly string[]): RelayedResults | null {
  const wanted = new Set(ids)
  for (const field of fields) {
    const parts = splitParts(withoutComments(field.slice(0, 20_000)))
    const first = parts[0]?.trim() ?? ''
    const hasId = !/^\w[\w-]*\s*(?:\/\s*\d+\s*)?=/.test(first)
    // A version may follow the id: "mx.example.org 1".
    const id = hasId ? (first.split(/\s+/)[0] ?? '').toLowerCase().replace(/^"|"$/g, '') : 'none'
    if (wanted.has(id)) return readResults(hasId ? parts.slice(1) : parts)
  }
  return null
}

function readResults(parts: readonly string[]): RelayedResults {
  const results: RelayedResults = { spf: null, dkim: null, dmarc: null, arc: null }
  for (const part of parts) {
    const head = /^\s*([\w-]+)\s*(?:\/\s*\d+\s*)?=\s*([\w-]+)/.exec(part)
    const method = METHODS.find((name) => name === head?.[1]?.toLowerCase())
    const result = RESULTS[head?.[2]?.toLowerCase() ?? '']
    if (!method || !result) continue
    const check: Check = { result, domain: domainIn(part, method), detail: null }
    // Several signatures: one that passes is enough.
    if (!results[method] || (results[method].result !== 'pass' && result === 'pass')) results[method] = check
  }
  return results
}

function domainIn(part: string, method: (typeof METHODS)[number]): string | null {
  const names = { spf: 'smtp\\.(?:mailfrom|helo)', dkim: 'header\\.[di]', dmarc: 'header\\.from', arc: 'header\\.d' }
  const value = new RegExp(`\\b${names[method]}\\s*=\\s*((?:"[^"]{0,254}")?[^\\s";]{0,254})`, 'i').exec(part)?.[1]
  return value === undefined ? null : (value.split('@').pop() ?? '').replaceAll('"', '').toLowerCase() || null
}

/** Comments may be nested and may hold anything, "; dkim=pass" for example. */
function withoutComments(value: string): string {
  let out = ''
  let depth = 0
  let quoted = false
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at)
    if (char === '\\' && (quoted || depth > 0)) {
      if (depth === 0) out += value.slice(at, at + 2)
      at++
    } else if (char === '"' && depth === 0) {
      quoted = !quoted
      out += char
    } else if (char === '(' && !quoted) depth++
    else if (char === ')' && !quoted && depth > 0) depth--
    else if (depth === 0) out += char
  }
  return out
}

function splitParts(value: string): string[] {
  const parts: string[] = []
  let quoted = false
  let start = 0
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at)
    if (char === '"' && value.charAt(at - 1) !== '\\') quoted = !quoted
    if (char !== ';' || quoted) continue
    parts.push(value.slice(start, at))
    start = at + 1
  }
  return [...parts, value.slice(start)]
}
