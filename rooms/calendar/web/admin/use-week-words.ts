import { useTranslation } from 'react-i18next'
import type { CalendarContent } from '../../contract/http.ts'
import { weekdays } from './calendar-values.ts'
import { hoursWords } from './hours-words.ts'

/** "Mon–Fri 08:00–17:00 · Sat 09:00–12:00": days of the same hours are said together. */
export function useWeekWords() {
  const { t } = useTranslation('calendarAdmin')
  return ({ alwaysOpen, week }: CalendarContent): string => {
    if (alwaysOpen) return t('alwaysOpenShort')
    const runs: { from: number; to: number; hours: string }[] = []
    for (const [index, intervals] of week.entries()) {
      const hours = hoursWords(intervals)
      const last = runs.at(-1)
      if (last && last.hours === hours) last.to = index
      else runs.push({ from: index, to: index, hours })
    }
    const day = (index: number) => t(`short.${weekdays[index]}`)
    return runs
      .filter(({ hours }) => hours !== '')
      .map(({ from, to, hours }) => `${from === to ? day(from) : `${day(from)}–${day(to)}`} ${hours}`)
      .join(' · ')
  }
}
