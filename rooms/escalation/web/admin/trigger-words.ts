import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { listOf } from '../../../../web-kit/i18n/formats.ts'
import type { When } from '../../contract/http-triggers.ts'

/** When a trigger fires, as a sentence. */
export function useTriggerWords() {
  const { t } = useTranslation('escalationAdmin')
  return (when: When): string => {
    if (when.kind === 'priority')
      return t('trigger.says.priority', { priorities: listOf(when.priorities.map((one) => t(`kit:priority.${one}`))) })
    if (when.kind === 'keyword') return t('trigger.says.keyword', { words: when.words.join(', ') })
    if (when.kind === 'sla') return when.percent === 100 ? t('trigger.says.breached') : t('trigger.says.sla', when)
    const count = 'times' in when ? when.times : 0
    const time = 'minutes' in when ? spanWords(when.minutes, t) : ''
    return t(`trigger.says.${when.kind}`, { count, time })
  }
}

function spanWords(minutes: number, t: TFunction): string {
  if (minutes % 1440 === 0) return t('escalationAdmin:trigger.days', { count: minutes / 1440 })
  return minutes % 60 === 0
    ? t('escalationAdmin:trigger.hours', { count: minutes / 60 })
    : t('escalationAdmin:trigger.minutes', { count: minutes })
}
