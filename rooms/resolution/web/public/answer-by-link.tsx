import { Button } from '@mantine/core'
import { IconCircleCheck, IconLinkOff, IconMessageReply } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../../../web-kit/api/problem.ts'
import { keyOf, useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { EmptyState, ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { answerConfirmationEndpoint, getConfirmation } from '../../contract/http.ts'
import classes from './does-it-work.module.css'
import { DoesItWork } from './does-it-work.tsx'

/** Behind the link of a mail, without signing in. Opening it changes nothing: mail scanners open links too. */
export function AnswerByLink({ token, seeTicket }: { token: string; seeTicket: (number: number) => string }) {
  const { t } = useTranslation('confirmation')
  const cache = useQueryClient()
  const page = useApi(getConfirmation, { params: { token } })
  const answer = useSend(answerConfirmationEndpoint, {
    onDone: (answered) => cache.setQueryData(keyOf(getConfirmation, { params: { token } }), answered),
    onProblem: (problem) => {
      if (problem.status === 409) void page.refetch()
      return false
    },
  })
  if (page.isPending) return <TextSkeleton />
  if (isProblem(page.error) && [404, 410, 422].includes(page.error.status)) {
    return (
      <EmptyState page icon={<IconLinkOff />} title={t('link.gone')}>
        {t('link.goneHelp')}
      </EmptyState>
    )
  }
  if (page.error) return <ErrorState page error={page.error} retry={page.refetch} />
  const { number, subject, action, answered, organisationName } = page.data
  const see = (
    <Button component="a" href={seeTicket(number)} variant="default" radius="lg">
      {t('link.see')}
    </Button>
  )
  if (answered) {
    const confirmed = answered === 'confirmed'
    return (
      <EmptyState
        page
        icon={confirmed ? <IconCircleCheck /> : <IconMessageReply />}
        title={t(confirmed ? 'link.confirmed' : 'link.reopened')}
        action={see}
      >
        {t(confirmed ? 'link.confirmedHelp' : 'link.reopenedHelp', { number })}
      </EmptyState>
    )
  }
  return (
    <div className={classes.page}>
      <div>
        <p className={classes.about}>{t('link.about', { number, name: organisationName })}</p>
        <h1 className={classes.subject}>{subject}</h1>
      </div>
      <DoesItWork
        action={action}
        busy={answer.isPending}
        onConfirm={() => answer.mutate({ params: { token }, body: { answer: 'confirm' } })}
        onReopen={(comment) => answer.mutate({ params: { token }, body: { answer: 'reopen', comment } })}
      />
    </div>
  )
}
