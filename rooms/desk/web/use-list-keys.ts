import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'
import { type Place, placeIn, stepFrom } from './list-place.ts'

interface Options {
  numbers: readonly number[]
  /** What list it is; another one is begun at its top. */
  list: string
  /** The ticket that is open beside the list: there one stands when one comes back. */
  open: number | undefined
  onOpen: (number: number) => void
  onPick: (number: number) => void
  onPrefetch?: ((number: number) => void) | undefined
}

/** Down, up, open and pick by keyboard. Returns where it stands; it stays on its ticket when the list moves under it. */
export function useListKeys({ numbers, list, open, onOpen, onPick, onPrefetch }: Options): number {
  const { t } = useTranslation('desk')
  const [place, setPlace] = useState<Place>()
  const enabled = open === undefined
  const mine = place?.list === list ? place : undefined
  const found = placeIn(numbers, mine)
  if (open !== undefined && numbers.includes(open) && mine?.number !== open)
    setPlace({ list, number: open, index: numbers.indexOf(open) })
  const current = found < 0 ? undefined : numbers[found]
  const go = (step: 1 | -1) => {
    const index = stepFrom(numbers, mine, step)
    const to = numbers[index]
    if (to === undefined) return
    setPlace({ list, number: to, index })
    onPrefetch?.(to)
  }
  const act = (what: (number: number) => void) => () => {
    if (current !== undefined) what(current)
  }
  const group = t('list.keys')
  useShortcut('j', () => go(1), { label: t('list.down'), group, enabled })
  useShortcut('k', () => go(-1), { label: t('list.up'), group, enabled })
  useShortcut('o', act(onOpen), { label: t('list.open'), group, enabled })
  useShortcut('x', act(onPick), { label: t('list.pickOne'), group, enabled })
  useEffect(() => {
    if (!enabled || current === undefined) return
    const enter = (event: KeyboardEvent) => {
      const idle = document.activeElement === document.body || document.activeElement === null
      if (event.key === 'Enter' && idle && !event.defaultPrevented) onOpen(current)
    }
    document.addEventListener('keydown', enter)
    return () => document.removeEventListener('keydown', enter)
  }, [enabled, current, onOpen])
  return found
}
