import { Alert } from '@mantine/core'
import { IconTicket } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { getCategoryUsage, getServiceUsage, type Usage } from '../contract/http.ts'

/** How many tickets are about a service. */
export function ServiceUsage({ id }: { id: number }) {
  return <UsageNote usage={useApi(getServiceUsage, { params: { id } }).data} />
}

/** How many tickets carry a category. */
export function CategoryUsage({ id }: { id: number }) {
  return <UsageNote usage={useApi(getCategoryUsage, { params: { id } }).data} />
}

function UsageNote({ usage }: { usage: Usage | undefined }) {
  const { t } = useTranslation('triage')
  if (!usage) return null
  const words =
    usage.tickets === 0
      ? t('usage.none')
      : t(usage.more ? 'usage.many' : 'usage.some', { count: usage.tickets, open: usage.openTickets })
  return (
    <Alert color="gray" icon={<IconTicket size={17} />} p="xs">
      {words}
    </Alert>
  )
}
