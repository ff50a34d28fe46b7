/** Times of day in steps of half an hour, as minutes after midnight; with `withEnd` up to 24:00. */
export const timeOptions = (withEnd = false) =>
  Array.from({ length: withEnd ? 49 : 48 }, (_, half) => ({
    value: String(half * 30),
    label: `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
  }))
