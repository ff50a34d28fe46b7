import { useEffect, useRef } from 'react'
import { addShortcut, type Shortcut } from './registry.ts'

interface Options {
  label: string
  group: string
  enabled?: boolean
  whileTyping?: boolean
}

/** While mounted, `keys` runs `run`: `useShortcut('j', next, { label: t('next'), group: t('list') })`. */
export function useShortcut(keys: string, run: Shortcut['run'], options: Options) {
  const { label, group, enabled = true, whileTyping = false } = options
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!enabled) return
    return addShortcut({ keys, label, group, whileTyping, run: (event) => latest.current(event) })
  }, [keys, label, group, enabled, whileTyping])
}
