import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { number } from '../../../web-kit/i18n/formats.ts'
import { cancelBulkChange, listBulkChanges } from '../contract/http.ts'
import classes from './ticket-list-panel.module.css'

const askEveryMs = 1000

/** A large change that is under way, also after a reload: how far it is, and a way to stop it. */
export function BulkProgress() {
  const { t } = useTranslation('desk')
  const latest = useApi(listBulkChanges, {}, { live: ['bulk_change:*'], staleMs: 10_000 })
  const running = latest.data?.items.find((one) => one.state === 'waiting' || one.state === 'running')
  useApi(listBulkChanges, {}, { enabled: running !== undefined, everyMs: askEveryMs })
  const stop = useSend(cancelBulkChange, { refresh: [listBulkChanges] })
  if (!running || running.id === null) return null
  const { id, done, total } = running
  return (
    <div className={classes.bar} role="status">
      <span className={classes.many}>{t('bulk.progress', { done: number(done), total: number(total) })}</span>
      <Progress value={(100 * done) / Math.max(1, total)} w={180} aria-label={t('bulk.label')} />
      <Button
        size="compact-sm"
        variant="default"
        className={classes.push}
        onClick={() => stop.mutate({ params: { id } })}
      >
        {t('bulk.stop')}
      </Button>
    </div>
  )
}
