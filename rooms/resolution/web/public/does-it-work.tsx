import { Button, Textarea } from '@mantine/core'
import { IconCheck, IconRotate } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './does-it-work.module.css'
import './strings.ts'

interface Props {
  /** What was done, in the words of who did it. */
  action: string
  /** What happens if nobody answers. */
  hint?: string | undefined
  busy: boolean
  onConfirm: () => void
  onReopen: (reason: string) => void
}

/** The question at the end: does it work again? Two answers; "no" asks what is still wrong. */
export function DoesItWork({ action, hint, busy, onConfirm, onReopen }: Props) {
  const { t } = useTranslation('confirmation')
  const [saysNo, setSaysNo] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const reopen = (event: FormEvent) => {
    event.preventDefault()
    if (!reason.trim()) return setMissing(true)
    onReopen(reason.trim())
  }
  return (
    <section className={classes.panel} aria-labelledby="does-it-work">
      <h2 id="does-it-work" className={classes.title}>
        {t('question')}
      </h2>
      {action && (
        <div className={classes.done}>
          <span className={classes.label}>{t('done')}</span>
          <p>{action}</p>
        </div>
      )}
      {saysNo ? (
        <form onSubmit={reopen} className={classes.form}>
          <Textarea
            label={t('reason')}
            autoFocus
            value={reason}
            error={missing && !reason.trim() ? t('reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button type="submit" radius="lg" loading={busy}>
              {t('reopen')}
            </Button>
            <Button variant="default" radius="lg" onClick={() => setSaysNo(false)}>
              {t('kit:cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <div className={classes.buttons}>
          <Button radius="lg" loading={busy} leftSection={<IconCheck size={18} />} onClick={onConfirm}>
            {t('yes')}
          </Button>
          <Button variant="default" radius="lg" leftSection={<IconRotate size={18} />} onClick={() => setSaysNo(true)}>
            {t('no')}
          </Button>
        </div>
      )}
      {hint && <p className={classes.hint}>{hint}</p>}
    </section>
  )
}
