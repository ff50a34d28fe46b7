import { Portal } from '@mantine/core'
import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import classes from './editor.module.css'
import type { MentionState } from './mention.ts'

interface Props {
  state: MentionState
  keys: RefObject<((event: KeyboardEvent) => boolean) | undefined>
}

export function MentionList({ state, keys }: Props) {
  const { t } = useTranslation('kit')
  const { items, choose, rect } = state
  const [at, setAt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list starts at its top
  useEffect(() => setAt(0), [items])
  keys.current = (event) => {
    if (event.key === 'ArrowDown') setAt((i) => (i + 1) % Math.max(1, items.length))
    else if (event.key === 'ArrowUp') setAt((i) => (i + items.length - 1) % Math.max(1, items.length))
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const item = items[at]
      if (!item) return false
      choose(item)
    } else return false
    return true
  }
  if (!rect) return null
  return (
    <Portal>
      <div
        className={classes.mentions}
        style={{
          left: rect.left,
          // Above the line when there is no room below it.
          ...(rect.bottom > innerHeight - 270 ? { bottom: innerHeight - rect.top + 6 } : { top: rect.bottom + 6 }),
        }}
        role="listbox"
        aria-label="@"
      >
        {items.map((item, i) => (
          <div
            key={item.id}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className={classes.mention}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(item)
            }}
          >
            <PersonAvatar name={item.label} size={20} />
            <span>{item.label}</span>
            {item.hint && <span className={classes.hint}>{item.hint}</span>}
          </div>
        ))}
        {items.length === 0 && <div className={classes.none}>{t('editor.nobody')}</div>}
      </div>
    </Portal>
  )
}
