import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'

interface Options {
  numbers: readonly number[]
  enabled: boolean
  onOpen: (number: number) => void
  onPick: (number: number) => void
  onPrefetch?: ((number: number) => void) | undefined
}

/** Down, up, open and pick by keyboard. Returns where it stands; it stays on its ticket when the list moves under it. */
export function useListKeys({ numbers, enabled, onOpen, onPick, onPrefetch }: Options): number {
  const { t } = useTranslation('desk')
  const [current, setCurrent] = useState<number>()
  const found = current === undefined ? -1 : numbers.indexOf(current)
  const go = (step: number) => {
    const to = numbers[Math.max(0, Math.min(numbers.length - 1, found + step))]
    if (to === undefined) return
    setCurrent(to)
    onPrefetch?.(to)
  }
  const act = (what: (number: number) => void) => () => {
    if (current !== undefined && found >= 0) what(current)
  }
  const group = t('list.keys')
  useShortcut('j', () => go(1), { label: t('list.down'), group, enabled })
  useShortcut('k', () => go(-1), { label: t('list.up'), group, enabled })
  useShortcut('o', act(onOpen), { label: t('list.open'), group, enabled })
  useShortcut('x', act(onPick), { label: t('list.pickOne'), group, enabled })
  useEffect(() => {
    if (!enabled || found < 0 || current === undefined) return
    const enter = (event: KeyboardEvent) => {
      const idle = document.activeElement === document.body || document.activeElement === null
      if (event.key === 'Enter' && idle && !event.defaultPrevented) onOpen(current)
    }
    document.addEventListener('keydown', enter)
    return () => document.removeEventListener('keydown', enter)
  }, [enabled, found, current, onOpen])
  return found
}
