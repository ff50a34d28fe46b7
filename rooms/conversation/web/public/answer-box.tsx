import { Button, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { AttachArea, useUploads } from '../../../../web-kit/ui/attach-area.tsx'
import { listMessages, writeMessageEndpoint } from '../../contract/http.ts'
import classes from './public-thread.module.css'
import { useAnswer } from './use-answer.ts'
import './strings.ts'

interface Props {
  number: number
  label: string
  placeholder?: string
  /** Told the number of the ticket the answer landed on: another one when this was closed. */
  onSent?: (number: number) => void
}

/** Where a requester answers: text, files, send. What is being written survives a reload. */
export function AnswerBox({ number, label, placeholder, onSent }: Props) {
  const { t } = useTranslation('public-thread')
  const answer = useAnswer(number)
  const uploads = useUploads({ files: answer.files, onChange: (files) => answer.change({ files }) })
  const [empty, setEmpty] = useState(false)
  const key = useRef(crypto.randomUUID())
  const send = useSend(writeMessageEndpoint, {
    refresh: [listMessages],
    onDone: (written) => {
      key.current = crypto.randomUUID()
      answer.sent()
      onSent?.(written.ticketNumber)
    },
  })
  const underway = uploads.underway.length > 0

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (send.isPending || underway) return
    const text = answer.text.trim()
    if (!text && uploads.ids.length === 0) return setEmpty(true)
    const body = { kind: 'reply' as const, text, attachments: [...uploads.ids] }
    send.mutate({ params: { number }, body, idempotencyKey: key.current })
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
  }
  return (
    <form onSubmit={submit} className={classes.answer} {...uploads.target}>
      <Textarea
        label={label}
        {...(placeholder ? { placeholder } : {})}
        minRows={3}
        maxRows={14}
        value={answer.text}
        error={empty && !answer.text.trim() ? t('empty') : undefined}
        onKeyDown={pressed}
        onChange={(event) => answer.change({ text: event.currentTarget.value })}
      />
      <div className={classes.answerFoot}>
        <AttachArea uploads={uploads} label={t('attach')} slim />
        <Button
          type="submit"
          radius="lg"
          loading={send.isPending}
          disabled={underway}
          rightSection={<IconSend size={17} />}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
