import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './form.module.css'

interface Props {
  label: string
  help: string
  maxLength: number
  submitLabel: string
  busy: boolean
  onSubmit: (reason: string) => void
  onCancel: () => void
  /** What it does cannot be overlooked, or taken back. */
  danger?: boolean
  /** As small as what stands beside a ticket. */
  small?: boolean
  /** Above the reason. */
  children?: ReactNode
}

/** One thing to say before something is done: why. */
export function ReasonForm({ label, help, maxLength, submitLabel, busy, onSubmit, onCancel, ...look }: Props) {
  const { t } = useTranslation('kit')
  const [reason, setReason] = useState('')
  const ready = reason.trim().length > 2
  const size = look.small ? { size: 'compact-sm' } : {}
  return (
    <form
      className={classes.reason}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) onSubmit(reason.trim())
      }}
    >
      {look.children}
      <Textarea
        label={label}
        description={help}
        autosize
        minRows={2}
        maxLength={maxLength}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && reason === '' && onCancel()}
      />
      <div className={classes.buttons}>
        <Button type="submit" {...size} {...(look.danger ? { color: 'red' } : {})} disabled={!ready} loading={busy}>
          {submitLabel}
        </Button>
        <Button variant="default" {...size} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
