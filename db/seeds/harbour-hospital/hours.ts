import type { Random } from '../random.ts'

const hourMs = 3_600_000

/** How much happens in each hour of a working day; a hospital never quite sleeps. */
const weekday = [1, 1, 1, 1, 1, 2, 5, 12, 20, 21, 18, 15, 10, 14, 15, 12, 10, 7, 5, 4, 3, 3, 2, 2]
const weekend = [1, 1, 1, 1, 1, 1, 2, 3, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1]

const weightOf = (at: Date) => {
  const day = at.getUTCDay()
  return (day === 0 || day === 6 ? weekend : weekday)[at.getUTCHours()] ?? 1
}

/** Opening times over the last `days`, busier in office hours, oldest first. */
export function openingTimes(random: Random, base: Date, count: number, days: number): Date[] {
  const from = base.getTime() - days * 24 * hourMs
  const until = base.getTime() - 0.2 * hourMs
  const hours: { start: number; sum: number; weight: number }[] = []
  let sum = 0
  for (let start = from; start < until; start += hourMs) {
    const weight = weightOf(new Date(start))
    hours.push({ start, sum, weight })
    sum += weight
  }
  let hour = 0
  return Array.from({ length: count }, (_, index) => {
    const position = ((index + random.next()) / count) * sum
    while (hour + 1 < hours.length && (hours[hour + 1]?.sum ?? 0) <= position) hour++
    const slot = hours[hour] ?? { start: from, sum: 0, weight: 1 }
    const at = slot.start + ((position - slot.sum) / slot.weight) * hourMs
    return new Date(Math.min(at, until))
  })
}

export const isOfficeTime = (at: Date) => {
  const day = at.getUTCDay()
  return day >= 1 && day <= 5 && at.getUTCHours() >= 7 && at.getUTCHours() < 18
}

export const isNight = (at: Date) => at.getUTCHours() < 6 || at.getUTCHours() >= 20

/** The moment itself if it is in office hours, else some time in the next working morning. */
export function toOfficeTime(random: Random, at: Date): Date {
  if (isOfficeTime(at)) return at
  const next = new Date(at)
  if (next.getUTCHours() >= 18) next.setUTCDate(next.getUTCDate() + 1)
  next.setUTCHours(7, 0, 0, 0)
  while (next.getUTCDay() === 0 || next.getUTCDay() === 6) next.setUTCDate(next.getUTCDate() + 1)
  return new Date(next.getTime() + random.between(20, 150) * 60_000)
}

const unitMs = { m: 60_000, h: hourMs, d: 24 * hourMs }

/** `40m`, `3h`, `2d`, with a third of play; a `!` at the end asks for haste, whatever the hour. */
export function delayMs(random: Random, delay: string): { ms: number; exact: boolean } {
  const match = /^(\d+)([mhd])(!?)$/.exec(delay)
  if (!match) throw new Error(`not a delay: ${delay}`)
  const unit = unitMs[match[2] as 'm' | 'h' | 'd']
  return { ms: Number(match[1]) * unit * random.between(0.75, 1.35), exact: match[3] === '!' }
}
