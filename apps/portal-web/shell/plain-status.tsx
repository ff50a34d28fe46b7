import { useTranslation } from 'react-i18next'
import type { Status } from '../../../rooms/ticket/contract/http.ts'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import classes from './plain-status.module.css'

/** Where a ticket stands, in words for somebody who never saw a help desk from behind. */
export function PlainStatus({ status }: { status: Status }) {
  const { t } = useTranslation('portal')
  return (
    <span className={classes.status} data-yours={status === 'waiting_requester' || undefined}>
      <StatusIcon status={status} hidden size={17} />
      <span>{t(`status.${status}`)}</span>
    </span>
  )
}
