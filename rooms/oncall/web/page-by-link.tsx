import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { acknowledgeByLink, getPageByLink } from '../contract/http.ts'
import classes from './oncall.module.css'
import './strings.ts'

/** What the link in a page opens: one thing to read and one button, without signing in. */
export function PageByLink({ token }: { token: string }) {
  const { t } = useTranslation('oncall')
  const [mine, setMine] = useState(false)
  const read = useApi(getPageByLink, { params: { token } })
  const take = useSend(acknowledgeByLink, { refresh: [getPageByLink], onDone: () => setMine(true) })
  if (read.error) return <p role="alert">{t('link.unknown')}</p>
  if (!read.data) return <TextSkeleton />
  const { reason, number, state, by } = read.data
  const waits = state === 'open' || state === 'unanswered'
  return (
    <div className={classes.form}>
      {number !== null && <p className={classes.dim}>{t('link.about', { number })}</p>}
      <p className={classes.paged}>{reason}</p>
      <p role="status">
        {state === 'unanswered' && t('link.unanswered')}
        {state === 'over' && t('link.over')}
        {state === 'acknowledged' && (mine ? t('link.takenYou') : t('link.taken', { name: by ?? '' }))}
      </p>
      {waits && (
        <Button size="lg" loading={take.isPending} onClick={() => take.mutate({ params: { token } })}>
          {t('link.take')}
        </Button>
      )}
      {number !== null && (
        <Button component="a" href={`/desk/tickets/${number}`} variant="default">
          {t('link.open')}
        </Button>
      )}
    </div>
  )
}
