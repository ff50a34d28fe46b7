import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PillButton } from '../../../web-kit/ui/pill-button.tsx'
import { keepMine } from './keep-mine.ts'
import classes from './text-field.module.css'

interface Props {
  label: string
  value: string
  /** What stands there when not being edited, if not the value itself. */
  shown?: string
  type?: 'text' | 'datetime-local'
  long?: boolean
  reason?: string | undefined
  onSave: (value: string) => void
}

/** A value that becomes a field when pressed. Enter or leaving saves, Escape leaves it as it was. */
export function TextField({ label, value, shown = value, type = 'text', long, reason, onSave }: Props) {
  const { t } = useTranslation('ticket')
  const [edit, setEdit] = useState<{ began: string; text: string }>()
  if (!edit) {
    return (
      <PillButton
        bare
        reason={reason}
        aria-label={`${label}: ${shown || t('add')}`}
        title={shown}
        onClick={() => setEdit({ began: value, text: value })}
      >
        <span data-empty={shown ? undefined : true} className={classes.shown}>
          {shown || t('add')}
        </span>
      </PillButton>
    )
  }
  const save = async () => {
    setEdit(undefined)
    const mine = edit.text.trim()
    if (await keepMine(t, { began: edit.began, now: value, mine })) onSave(mine)
  }
  const common = {
    className: classes.field,
    'aria-label': label,
    value: edit.text,
    autoFocus: true,
    onBlur: () => void save(),
    onChange: (event: { currentTarget: { value: string } }) => setEdit({ ...edit, text: event.currentTarget.value }),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Escape') setEdit(undefined)
      if (event.key === 'Enter' && !(long && event.shiftKey)) (event.currentTarget as HTMLElement).blur()
    },
  }
  return long ? <textarea rows={3} {...common} /> : <input type={type} {...common} />
}
