import { Kbd } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { isMac } from './registry.ts'

const words: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl',
  shift: isMac ? '⇧' : 'Shift',
  alt: isMac ? '⌥' : 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** Keys as keycaps: `<Keys keys="g m" />`. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation('kit')
  return (
    <span style={{ display: 'inline-flex', gap: 3, alignItems: 'center' }}>
      {keys.split(' ').map((step, i) => (
        <Fragment key={step}>
          {i > 0 && <span style={{ color: 'var(--dk-faint)', fontSize: 11 }}>{t('shortcuts.then')}</span>}
          {step.split('+').map((key) => (
            <Kbd key={key}>{words[key] ?? key.toUpperCase()}</Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
