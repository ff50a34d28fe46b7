import { Button } from '@mantine/core'
import { IconArrowMerge, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { MessageCard } from '../message-card.tsx'
import { roleOf } from '../role-of.ts'
import { useThread } from '../use-thread.ts'
import classes from './merged.module.css'
import './strings.ts'

interface Props {
  merged: {
    number: number
    subject: string
    requester: { id: number; name: string }
    at: string
    by: { name: string }
    reason: string | null
  }
  link: (number: number, children: ReactNode) => ReactNode
  ticketHref: (number: number) => string
}

/** What was said on a ticket before it was merged into this one: folded, and never taken for this one's own words. */
export function MergedStrand({ merged, link, ticketHref }: Props) {
  const { t } = useTranslation('merged')
  const [open, setOpen] = useState(false)
  const id = useId()
  const { number, subject, requester, at, by, reason } = merged
  return (
    <section className={classes.strand}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={14} className={classes.chevron} aria-hidden />
          <IconArrowMerge size={16} aria-hidden />
          <span className={classes.title}>
            {t('from')} #{number} {subject}
          </span>
        </button>
        <span className={classes.dim}>
          {requester.name} · {t('how', { name: by.name })} · <Time at={at} quiet />
        </span>
        <span className={classes.link}>{link(number, `#${number}`)}</span>
      </div>
      {reason && <p className={classes.reason}>{reason}</p>}
      {open && (
        <div id={id} className={classes.content}>
          <Said number={number} requesterId={requester.id} ticketHref={ticketHref} />
        </div>
      )}
    </section>
  )
}

function Said({
  number,
  requesterId,
  ticketHref,
}: {
  number: number
  requesterId: number
  ticketHref: (number: number) => string
}) {
  const { t } = useTranslation('merged')
  const thread = useThread(number)
  if (thread.isPending) return <TextSkeleton lines={3} />
  if (thread.error) return <ErrorState error={thread.error} retry={() => void thread.refetch()} />
  return (
    <ol className={classes.thread} aria-label={t('thread', { number })}>
      {thread.items.map((message, index) => (
        <li key={message.id}>
          <MessageCard
            message={message}
            number={number}
            role={roleOf(message, requesterId, requesterId)}
            folded={false}
            marked={false}
            ticketHref={ticketHref}
            onTakeBack={undefined}
          />
          {index === (thread.opening === undefined ? -1 : 0) && (
            <Button
              variant="default"
              size="compact-sm"
              mt={8}
              onClick={thread.earlier}
              loading={thread.isFetchingEarlier}
            >
              {t('earlier', { count: thread.between })}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
