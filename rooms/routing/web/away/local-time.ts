const two = (value: number) => String(value).padStart(2, '0')

/** A moment as a field for date and time holds it, where the viewer is. */
export const inField = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`

export const fromField = (text: string): string => new Date(text).toISOString()
