/** PostgreSQL takes no NUL, and a lone surrogate is no character: both go. */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}

/** Text of a body: one kind of line end, no byte order mark, no control characters but tab and line feed. */
export function cleanBody(text: string): string {
  const lines = cleanText(text)
    .replace(/\r+\n?/g, (ends) => (ends.endsWith('\n') ? '\n' : '\n'.repeat(ends.length)))
    .replace(/[\u0085\u2028\u2029]/g, '\n')
  return lines.replace(CONTROLS, '').replace(/^\ufeff+/, '')
}

const CONTROLS = new RegExp(`[${String.fromCharCode(1)}-${String.fromCharCode(8)}\\u000b\\u000e-\\u001f\\u007f]`, 'g')
