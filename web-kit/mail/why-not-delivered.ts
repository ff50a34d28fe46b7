/** Enhanced status codes (RFC 3463) and what they mean to a person; the first that fits. */
const REASONS = [
  [/^5\.1\.(?:[123]|10)$/, 'noAddress'],
  [/^5\.1\./, 'notAccepted'],
  [/^5\.2\.1$/, 'disabled'],
  [/^[45]\.2\.2$/, 'full'],
  [/^5\.(?:2\.3|3\.4)$/, 'tooLarge'],
  [/^[45]\.4\./, 'unreachable'],
  [/^5\.6\./, 'content'],
  [/^5\.7\./, 'rules'],
] as const

type Reason = (typeof REASONS)[number][1] | 'interrupted' | 'refused'

interface Why {
  reason: Reason
  /** What the mail server said, or what else is known; empty when the reason says it all. */
  said: string
}

/** Reads what is kept of a mail that did not arrive: the words of a report or of a mail server. */
export function whyNotDelivered(error: string): Why {
  // A report is kept as a sentence with its particulars in brackets behind.
  const [, particulars] = /^[^()]*\. \((.*)\)$/s.exec(error) ?? []
  const said = particulars ?? error
  if (/^The desk was stopped|^The connection broke before/.test(error)) {
    return { reason: 'interrupted', said: error.split(': ').slice(1).join(': ') }
  }
  const code = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(said)?.[0] ?? ''
  const reason = REASONS.find(([codes]) => codes.test(code))?.[1] ?? (/\b552\b/.test(said) ? 'full' : 'refused')
  return { reason, said }
}
