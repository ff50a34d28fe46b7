const hourMs = 3_600_000

/** The midnights of a zone in a stretch of time, whether a day has 23, 24 or 25 hours. */
export function dayStarts(from: number, to: number, timeZone: string): number[] {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const intoDay = (at: number) => {
    const [hours = 0, minutes = 0, seconds = 0] = clock.format(at).split(':').map(Number)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000
  }
  const starts: number[] = []
  for (let at = from - intoDay(from); at < to; at = nearestMidnight(at + 24 * hourMs, intoDay))
    if (at >= from) starts.push(at)
  return starts
}

/** A day after a midnight it is midnight, an hour past it, or an hour before it. */
function nearestMidnight(at: number, intoDay: (at: number) => number): number {
  const past = intoDay(at)
  return past <= 12 * hourMs ? at - past : at + 24 * hourMs - past
}

export const isWeekend = (at: number, timeZone: string) =>
  ['Sat', 'Sun'].includes(new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone }).format(at))
