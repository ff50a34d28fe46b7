import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { PreviewBox } from '../../../../web-kit/manage/preview-box.tsx'
import { previewTrigger, type Rule } from '../../contract/http-triggers.ts'

const ready = ({ when }: Rule) =>
  !(when.kind === 'keyword' && when.words.length === 0) && !(when.kind === 'priority' && when.priorities.length === 0)

/** How many tickets of the last 30 days a rule would have fired for, before it is saved. */
export function TriggerPreview({ rule }: { rule: Rule }) {
  const { t } = useTranslation('escalationAdmin')
  const { data } = useQuery({
    queryKey: ['escalation trigger preview', rule],
    queryFn: () => api(previewTrigger, { body: { rule, days: 30 } }),
    enabled: ready(rule),
    placeholderData: (before) => before,
  })
  if (!data || !ready(rule)) return null
  return (
    <PreviewBox
      title={
        data.count === null ? t('trigger.noPreview') : t('trigger.preview', { count: data.count, days: data.days })
      }
      lines={data.tickets.slice(0, 5).map((one) => ({ key: one.number, words: `#${one.number} ${one.subject}` }))}
    />
  )
}
