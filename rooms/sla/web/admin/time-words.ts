/** "4 h 30 min" as people write a working time, in minutes; null for nothing, undefined when it cannot be understood. */
export function minutesOf(text: string): number | null | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '') return null
  const found = /^(?:(\d+(?:[.,]\d+)?)\s*(?:h|std|stunde|hour)[a-z]*\.?)?\s*(?:(\d+)\s*(?:m(?:in)?[a-z]*\.?)?)?$/.exec(
    plain,
  )
  if (!found) return undefined
  const minutes = Math.round(Number((found[1] ?? '0').replace(',', '.')) * 60) + Number(found[2] ?? 0)
  return minutes >= 1 && minutes <= 525_600 ? minutes : undefined
}

export function wordsOf(minutes: number | null): string {
  if (minutes === null) return ''
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')
}
