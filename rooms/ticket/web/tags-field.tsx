import { TagsInput } from '@mantine/core'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PillButton } from '../../../web-kit/ui/pill-button.tsx'
import classes from './tags-field.module.css'

interface Props {
  tags: readonly string[]
  reason: string | undefined
  onSave: (tags: string[]) => void
}

/** Tags as chips; pressing them edits them. */
export function TagsField({ tags, reason, onSave }: Props) {
  const { t } = useTranslation('ticket')
  const [draft, setDraft] = useState<string[]>()
  if (!draft) {
    return (
      <PillButton
        bare
        reason={reason}
        aria-label={`${t('tags')}: ${tags.join(' ') || t('add')}`}
        onClick={() => setDraft([...tags])}
      >
        {tags.length === 0 ? <span className={classes.empty}>{t('add')}</span> : null}
        <span className={classes.tags}>
          {tags.map((tag) => (
            <Fragment key={tag}>
              <span className={classes.tag}>{tag}</span>{' '}
            </Fragment>
          ))}
        </span>
      </PillButton>
    )
  }
  return (
    <TagsInput
      size="xs"
      aria-label={t('tags')}
      value={draft}
      onChange={setDraft}
      splitChars={[',', ';']}
      autoFocus
      onBlur={() => {
        setDraft(undefined)
        if (draft.join() !== tags.join()) onSave(draft)
      }}
    />
  )
}
