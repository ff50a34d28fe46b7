import { currentLanguage } from './i18n.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The browser's own variety of the chosen language, so that dates are as people write them where they live. */
const locale = () => {
  const language = currentLanguage()
  const own = navigator.languages.find((one) => one.split('-')[0] === language && isTag(one))
  return own && own !== 'en' ? own : language === 'en' ? 'en-GB' : language
}

// Some systems hand on what is no language tag, such as en-US@posix.
function isTag(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length > 0
  } catch {
    return false
  }
}

const cache = new Map<string, unknown>()
function kept<T>(name: string, make: () => T): T {
  const key = `${currentLanguage()} ${name}`
  if (!cache.has(key)) cache.set(key, make())
  return cache.get(key) as T
}

const dates = (name: string, options: Intl.DateTimeFormatOptions) =>
  kept(name, () => new Intl.DateTimeFormat(locale(), options))
const relative = () =>
  kept('relative', () => new Intl.RelativeTimeFormat(locale(), { style: 'short', numeric: 'auto' }))

/** Wednesday, 4 March 2026 at 14:32:10 CET */
export const exactTime = (at: Date) => dates('exact', { dateStyle: 'full', timeStyle: 'long' }).format(at)
export const shortDate = (at: Date, now = new Date()) =>
  at.getFullYear() === now.getFullYear()
    ? dates('day', { day: 'numeric', month: 'short' }).format(at)
    : dates('year', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)
export const dateAndTime = (at: Date) => dates('both', { dateStyle: 'medium', timeStyle: 'short' }).format(at)
/** Wed 4 Mar, 14:32; with the year where it is not this one. */
export const dayAndTime = (at: Date, now = new Date()) =>
  dates(at.getFullYear() === now.getFullYear() ? 'day and time' : 'day, year and time', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  }).format(at)
/** Wed 4 Mar, 14:32, as it is in another zone. */
export const dayAndTimeIn = (at: Date, timeZone: string) =>
  dates(`day and time in ${timeZone}`, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)
/** Wed 4, above a column of a day. */
export const dayOfMonthIn = (at: Date, timeZone: string) =>
  dates(`day of month in ${timeZone}`, { weekday: 'short', day: 'numeric', timeZone }).format(at)
/** Wednesday, 4 March, with the year where it is not this one. */
export const longDay = (at: Date, now = new Date()) =>
  at.getFullYear() === now.getFullYear()
    ? dates('long day', { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
    : dates('long year', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
export const clockTime = (at: Date) => dates('clock', { timeStyle: 'short' }).format(at)

/** "now", "5 min ago", "3 h ago", "in 42 min"; from a week on the date itself, because nobody counts 23 days. */
export function relativeTime(at: Date, now: Date): string {
  const ms = at.getTime() - now.getTime()
  const size = Math.abs(ms)
  if (size < 45_000) return relative().format(0, 'second')
  if (size < 59.5 * minute) return relative().format(Math.round(ms / minute), 'minute')
  if (size < 23.5 * hour) return relative().format(Math.round(ms / hour), 'hour')
  if (size < 7 * day) return relative().format(Math.round(ms / day), 'day')
  return shortDate(at, now)
}

type Amount = 'day' | 'hour' | 'minute'
type Width = 'short' | 'narrow'
// Where the language's own short word is long for a row: "6 Std. 26 Min.".
const unitSigns: Readonly<Record<string, Partial<Record<Amount, string>>>> = { de: { hour: 'h', minute: 'min' } }

const amount = (value: number, unit: Amount, width: Width) => {
  const sign = width === 'narrow' ? unitSigns[locale().slice(0, 2)]?.[unit] : undefined
  if (sign) return `${value}\u00a0${sign}`
  return kept(
    `amount ${unit} ${width}`,
    () => new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: width }),
  ).format(value)
}

/** "42 mins", "3 hrs 10 mins", "2 days"; narrow for lists: "42m", "3h 10m", "2d"; "3 h 10 min" in German. */
export function duration(ms: number, width: Width = 'short'): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  return minutes < 1440 ? workTime(ms, width) : amount(Math.floor(minutes / 1440), 'day', width)
}

/** Time that is worked is said in hours, for a day of it is not a day: "210 hrs", "3 hrs 10 mins". */
export function workTime(ms: number, width: Width = 'short'): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return amount(rest, 'minute', width)
  return rest === 0 ? amount(hours, 'hour', width) : `${amount(hours, 'hour', width)} ${amount(rest, 'minute', width)}`
}

export const number = (value: number) => kept('number', () => new Intl.NumberFormat(locale())).format(value)
/** 1,234 → "1.2K": for counts where the size matters and not the figure. */
export const compactNumber = (value: number) =>
  value < 10_000
    ? number(value)
    : kept('compact', () => new Intl.NumberFormat(locale(), { notation: 'compact' })).format(value)

export function fileSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const unit = units[step] ?? 'byte'
  const format = kept(
    `size ${unit}`,
    () =>
      new Intl.NumberFormat(locale(), {
        style: 'unit',
        unit,
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: step > 1 ? 1 : 0,
      }),
  )
  return format.format(bytes / 1000 ** step)
}

export const listOf = (words: readonly string[]) =>
  kept('list', () => new Intl.ListFormat(locale(), { type: 'conjunction' })).format(words)
