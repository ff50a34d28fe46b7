interface About {
  trial: boolean
  ladderName: string
  ticketNumber: number | null
  subject: string
  reason: string
}

/** What it is about, in one line: on devices, in messages, read aloud. */
export function pageText(page: About, language: string): string {
  const german = language.toLowerCase().startsWith('de')
  if (page.trial)
    return german
      ? `Probealarm von „${page.ladderName}“. Bitte bestätigen.`
      : `Trial page of “${page.ladderName}”. Please acknowledge.`
  return `#${page.ticketNumber} ${page.subject}: ${page.reason}`
}
