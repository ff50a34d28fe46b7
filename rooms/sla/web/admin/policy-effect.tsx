import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { type PolicyBody, previewPolicy } from '../../contract/http.ts'
import classes from './admin.module.css'

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
    <div className={classes.effect} role="status">
      <b>{t('effect', { count: data.openTickets, taken: data.taken })}</b>
      {data.examples.length > 0 && (
        <ul>
          {data.examples.slice(0, 5).map((one) => (
            <li key={one.number}>
              #{one.number} {one.subject}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
