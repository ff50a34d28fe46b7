import { Button } from '@mantine/core'
import { IconBellOff, IconLinkOff, IconMailOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../../../web-kit/api/problem.ts'
import { keyOf, useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { EmptyState, ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { changeMailSubscription, getMailSubscription } from '../../contract/http-subscription.ts'
import './strings.ts'
import classes from './stop-mail.module.css'

/** Behind the link below a mail to somebody in copy, without signing in. Opening it changes nothing: scanners open links too. */
export function StopMail({ token }: { token: string }) {
  const { t } = useTranslation('subscription')
  const cache = useQueryClient()
  const page = useApi(getMailSubscription, { params: { token } })
  const change = useSend(changeMailSubscription, {
    onDone: (changed) => cache.setQueryData(keyOf(getMailSubscription, { params: { token } }), changed),
  })
  if (page.isPending) return <TextSkeleton />
  if (isProblem(page.error) && [404, 422].includes(page.error.status)) {
    return (
      <EmptyState page icon={<IconLinkOff />} title={t('gone')}>
        {t('goneHelp')}
      </EmptyState>
    )
  }
  if (page.error) return <ErrorState page error={page.error} retry={page.refetch} />
  const { number, subject, organisationName, follows, mayFollow } = page.data
  const set = (wanted: boolean) => change.mutate({ params: { token }, body: { follows: wanted } })
  if (!follows) {
    return (
      <EmptyState
        page
        icon={<IconBellOff />}
        title={t(mayFollow ? 'stopped' : 'out')}
        action={
          mayFollow && (
            <Button variant="default" radius="lg" loading={change.isPending} onClick={() => set(true)}>
              {t('again')}
            </Button>
          )
        }
      >
        {t(mayFollow ? 'stoppedHelp' : 'outHelp', { number, subject })}
      </EmptyState>
    )
  }
  return (
    <div className={classes.page}>
      <div>
        <p className={classes.about}>{t('about', { number, name: organisationName })}</p>
        <h1 className={classes.subject}>{subject}</h1>
      </div>
      <section className={classes.ask}>
        <h2 className={classes.question}>{t('ask')}</h2>
        <p className={classes.help}>{t('askHelp')}</p>
        <Button
          size="md"
          radius="lg"
          leftSection={<IconMailOff size={18} aria-hidden />}
          loading={change.isPending}
          onClick={() => set(false)}
        >
          {t('stop')}
        </Button>
      </section>
    </div>
  )
}
