import type { Interval } from '../../contract/http.ts'

/** "8-12, 13:00–17:30" as people write hours; undefined when it cannot be understood. Nothing: closed. */
export function intervalsOf(text: string): Interval[] | undefined {
  const parts = text
    .split(/[,;]|\band\b|\bund\b/)
    .map((part) => part.trim())
    .filter(Boolean)
  const intervals = parts.map((part) => {
    const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|to|bis)\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(part)
    const [from, to] = found ? [timeOf(found[1], found[2]), timeOf(found[3], found[4])] : []
    return from && from !== '24:00' && to ? { from, to } : undefined
  })
  return intervals.every((one) => one !== undefined) && intervals.length <= 8 ? intervals : undefined
}

function timeOf(hour = '', minute = '00'): string | undefined {
  const fits = Number(hour) < 24 ? Number(minute) < 60 : Number(hour) === 24 && Number(minute) === 0
  return fits ? `${hour.padStart(2, '0')}:${minute}` : undefined
}

export const hoursWords = (intervals: readonly Interval[]): string =>
  intervals.map(({ from, to }) => `${from}–${to}`).join(', ')
