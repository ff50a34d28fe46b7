/** "Re: AW: [#1042] Fwd[2]: …": what programs and people put before a subject, in any language: short, and with a colon. */
const PREFIX = /^(?:\s*(?:\[[^\]]{1,60}\]|[\p{L}.]{1,8}(?:\s?[[(]\d{1,3}[\])])?\s?[:：](?=\s|\p{L}|\[|$)))+\s*/u

/** A subject as far as it says what a mail is about. Empty for one that says nothing. */
export function subjectKey(subject: string): string {
  const bare = subject.slice(0, 500).toLowerCase()
  return bare.replace(PREFIX, '').replace(/\s+/g, ' ').trim().slice(0, 200)
}
