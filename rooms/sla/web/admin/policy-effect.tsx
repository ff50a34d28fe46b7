import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { PreviewBox } from '../../../../web-kit/manage/preview-box.tsx'
import { type PolicyBody, previewPolicy } from '../../contract/http.ts'

/** Which of the tickets that are open now the policy would take, before it is saved. */
export function PolicyEffect({ policyId, body }: { policyId: number | null; body: PolicyBody }) {
  const { t } = useTranslation('slaAdmin')
  const { data } = useQuery({
    queryKey: ['sla policy effect', policyId, body],
    queryFn: () => api(previewPolicy, { body: { ...body, name: body.name || '–', policyId } }),
    placeholderData: (before) => before,
    retry: false,
  })
  if (!data) return null
  return (
    <PreviewBox
      title={t('effect', { count: data.openTickets, taken: data.taken })}
      lines={data.examples.slice(0, 5).map((one) => ({ key: one.number, words: `#${one.number} ${one.subject}` }))}
    />
  )
}
