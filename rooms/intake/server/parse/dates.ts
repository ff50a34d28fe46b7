const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  gmt: 0,
  utc: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  eet: 120,
  eest: 180,
  bst: 60,
  wet: 0,
  west: 60,
  msk: 180,
  jst: 540,
}

/** RFC 5322 date-time with its obsolete forms; null when there is no believable date. */
export function parseDate(raw: string): Date | null {
  const text = raw
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .trim()
  const parts =
    /(\d{1,2})[ \t-]+([A-Za-z]{3})[A-Za-z]*\.?[ \t,-]+(\d{2,4})[ \t,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?[ \t]*([+-]\d{4}|[+-]\d\d:\d\d|[A-Za-z]{1,4}(?:[+-]\d{4})?)?/.exec(
      text,
    )
  if (!parts) return believable(new Date(text))
  const month = MONTHS.indexOf((parts[2] ?? '').toLowerCase())
  if (month < 0) return null
  const shortYear = Number(parts[3])
  const year = (parts[3] ?? '').length > 3 ? shortYear : shortYear < 50 ? 2000 + shortYear : 1900 + (shortYear % 1900)
  const utc = Date.UTC(year, month, Number(parts[1]), Number(parts[4]), Number(parts[5]), Number(parts[6] ?? 0))
  return believable(new Date(utc - zoneMinutes(parts[7] ?? '') * 60_000))
}

function zoneMinutes(zone: string): number {
  const offset = /([+-])(\d\d):?(\d\d)$/.exec(zone)
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]))
  return ZONES[zone.toLowerCase()] ?? 0
}

function believable(date: Date): Date | null {
  const year = date.getUTCFullYear()
  return Number.isNaN(date.getTime()) || year < 1970 || year > 2200 ? null : date
}
