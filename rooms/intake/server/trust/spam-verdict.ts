export interface SpamRules {
  /** Stars of X-Spam-Level from which on it is spam; 0 leaves them alone. */
  level: number
  /** Microsoft's spam confidence level from which on it is spam; 0 leaves it alone. */
  scl: number
  /** A header of one's own, `Name: value`; '' for none. */
  header: string
}

type Headers = ReadonlyMap<string, readonly string[]>

/** Header fields of filters whose value says it all. */
const VERDICTS: readonly [name: string, says: RegExp][] = [
  ['x-spam-flag', /^\s*(?:yes|true|spam|1)\b/i],
  ['x-spam-status', /^\s*(?:yes|spam)\b/i],
  ['x-spam', /^\s*(?:yes|true|spam)\b/i],
  ['x-rspamd-action', /^\s*(?:reject|add header|rewrite subject)\b/i],
  ['x-spamd-result', /^\s*[\w-]+:\s*true\b/i],
  ['x-barracuda-spam-flag', /^\s*yes\b/i],
  ['x-barracuda-spam-status', /^\s*yes\b/i],
  ['x-bogosity', /^\s*(?:spam|yes)\b/i],
  ['x-dspam-result', /^\s*spam\b/i],
  ['x-purgate-type', /^\s*spam\b/i],
  ['x-proofpoint-spam-details', /\brule=\w*spam\b/i],
  ['x-ham-report', /^\s*spam\b/i],
  ['x-spam-verdict', /^\s*(?:spam|yes)\b/i],
  ['x-forefront-antispam-report', /(?:^|;)\s*SFV:(?:SPM|SKS|SKB)\b/i],
]

/** Why the mail server before the desk takes a message for spam, in words; null when it does not. */
export function spamVerdict(headers: Headers, rules: SpamRules): string | null {
  // A filter writes above what it got, so that the first of a name is its own.
  const first = (name: string) => headers.get(name)?.[0] ?? ''
  for (const [name, says] of VERDICTS)
    if (says.test(first(name))) return `Its header says ${name}: ${short(first(name))}.`
  const stars = /^\s*([*x+]+)/i.exec(first('x-spam-level'))?.[1]?.length ?? 0
  if (rules.level > 0 && stars >= rules.level) return `Its header gives it ${stars} stars in X-Spam-Level.`
  const scl = sclOf(first)
  if (rules.scl > 0 && scl !== null && scl >= rules.scl) return `Its header gives it a spam confidence of ${scl}.`
  const [name = '', ...value] = rules.header.split(':')
  const own = name.trim() === '' ? '' : first(name.trim().toLowerCase())
  const wanted = value.join(':').trim().toLowerCase()
  if (own !== '' && own.trim().toLowerCase().startsWith(wanted)) return `Its header says ${name.trim()}: ${short(own)}.`
  return null
}

function sclOf(first: (name: string) => string): number | null {
  const organisation = /^\s*(-?\d)/.exec(first('x-ms-exchange-organization-scl'))?.[1]
  const report = /(?:^|;)\s*SCL:(-?\d)/i.exec(first('x-forefront-antispam-report'))?.[1]
  const antispam = /(?:^|;)\s*SCL:(-?\d)/i.exec(first('x-microsoft-antispam'))?.[1]
  const found = organisation ?? report ?? antispam
  return found === undefined ? null : Number(found)
}

function short(value: string): string {
  return value.trim().replace(/\s+/g, ' ').slice(0, 60)
}
