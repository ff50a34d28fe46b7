import { Button } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import type { UploadedFile } from '../../../../web-kit/api/upload.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { AttachmentList } from '../../../../web-kit/ui/attachments.tsx'
import { MessageFrame } from '../../../../web-kit/ui/message-frame.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  cancelScheduledReply,
  listMessages,
  listScheduledReplies,
  type ScheduledReply,
  sendScheduledReply,
} from '../../contract/http.ts'
import classes from './later.module.css'
import './strings.ts'

export interface TakenBack {
  html: string
  cc: Array<{ email: string }>
  files: readonly UploadedFile[]
}

interface Props {
  number: number
  /** Gets the words of a reply that its author wants to go on with. */
  onEdit: (words: TakenBack) => void
}

/** Replies on a ticket that go out later, those that were held back first in colour. */
export function ScheduledReplies({ number, onEdit }: Props) {
  const { t } = useTranslation('later')
  const planned = useApi(listScheduledReplies, { params: { number } }, { live: [`ticket:${number}`] })
  const items = planned.data?.items ?? []
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('title')}>
      {items.map((reply) => (
        <li key={reply.id} className={classes.card} data-state={reply.state}>
          <Card reply={reply} onEdit={onEdit} />
        </li>
      ))}
    </ul>
  )
}

function Card({ reply, onEdit }: { reply: ScheduledReply; onEdit: Props['onEdit'] }) {
  const { t } = useTranslation('later')
  const params = { number: reply.ticketNumber, id: reply.id }
  const send = useSend(sendScheduledReply, { refresh: [listScheduledReplies, listMessages] })
  const cancel = useSend(cancelScheduledReply, {
    refresh: [listScheduledReplies],
    onDone: () => toast.done(t('cancelled')),
  })
  const edit = async () => {
    try {
      const back = await api(cancelScheduledReply, { params })
      void stale(listScheduledReplies)
      onEdit({ html: back.html, cc: back.cc, files: reply.files })
    } catch (error) {
      toast.problem(error as Error)
    }
  }
  return (
    <>
      <div className={classes.head}>
        <IconClock size={15} aria-hidden />
        <b>{t(reply.state)}</b>
        <span className={classes.dim}>{t('by', { name: reply.author.name })}</span>
        {reply.state === 'waiting' && (
          <span className={classes.dim}>
            {t('goesOut')} <Time at={reply.sendAt} />
          </span>
        )}
      </div>
      <MessageFrame html={reply.html} title={t('by', { name: reply.author.name })} />
      {reply.files.length > 0 && <AttachmentList files={reply.files} />}
      {(reply.reason || reply.answeredSince) && (
        <p className={classes.warn} role="status">
          {reply.answeredSince ? t('answered') : reply.reason}
        </p>
      )}
      <div className={classes.actions}>
        {reply.mine && (
          <>
            <Button size="compact-sm" loading={send.isPending} onClick={() => send.mutate({ params })}>
              {t('sendNow')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void edit()}>
              {t('edit')}
            </Button>
          </>
        )}
        <Button
          size="compact-sm"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ params })}
        >
          {t('cancel')}
        </Button>
      </div>
    </>
  )
}
