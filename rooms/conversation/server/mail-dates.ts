/** A day as a mail names it, in the reader's language and zone; nothing for none. */
export function dayIn(at: Date | null, language: string, timeZone: string): string {
  return at ? formatOf(language, timeZone, 'day').format(at) : ''
}

/** A day and an hour, as a mail names them; nothing for none. */
export function momentIn(at: Date | null, language: string, timeZone: string): string {
  return at ? formatOf(language, timeZone, 'moment').format(at) : ''
}

// Making one takes longer than all else that writing a mail takes.
const formats = new Map<string, Intl.DateTimeFormat>()
const mostFormats = 500

function formatOf(language: string, timeZone: string, style: 'day' | 'moment'): Intl.DateTimeFormat {
  const key = `${language}|${timeZone}|${style}`
  const known = formats.get(key)
  if (known) return known
  // Where English is all that is known of a reader, dates are written so that day and month cannot be taken for each other.
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    ...(style === 'moment' ? { timeStyle: 'short' } : {}),
    timeZone,
  })
  if (formats.size >= mostFormats) formats.clear()
  formats.set(key, format)
  return format
}
