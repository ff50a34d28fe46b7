import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './form.module.css'

interface Props {
  busy?: boolean
  disabled?: boolean
  /** Why saving is not possible; read with the button. */
  reason?: string | undefined
  submitLabel?: string | undefined
  onCancel?: (() => void) | undefined
}

/** The buttons at the foot of a form. */
export function FormActions({ busy, disabled, reason, submitLabel, onCancel }: Props) {
  const { t } = useTranslation('kit')
  return (
    <div className={classes.actions}>
      <Button type="submit" loading={busy ?? false} disabled={disabled ?? false} {...(reason ? { title: reason } : {})}>
        {submitLabel ?? t('save')}
      </Button>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  )
}
