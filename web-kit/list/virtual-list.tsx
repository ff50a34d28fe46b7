import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDensity } from '../theme/preferences.ts'
import classes from './virtual-list.module.css'

interface Props<T> {
  items: readonly T[]
  keyOf: (item: T) => string | number
  row: (item: T, index: number) => ReactNode
  /** Pixels; by default the density's row height. */
  rowHeight?: number
  /** The index that must stay in sight (keyboard cursor). */
  active?: number
  /** Called near the end; fetch the next page there. */
  more?: () => void
  loadingMore?: boolean
  label: string
  className?: string | undefined
}

const heights = { comfortable: 44, compact: 34 }

/** A list of any length in its own scrolling box. Give it a bounded height from outside. */
export function VirtualList<T>(props: Props<T>) {
  const { items, keyOf, row, active, more, loadingMore, label, className } = props
  const { t } = useTranslation('kit')
  const [density] = useDensity()
  const rowHeight = props.rowHeight ?? heights[density]
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
  })
  const shown = (virtual.scrollRect?.height ?? 0) > 0
  // The rows may become higher or lower, and the box may come back from where it was hidden: what is active stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is measured anew when the rows have another height
  useEffect(() => virtual.measure(), [virtual.measure, rowHeight])
  useEffect(() => {
    if (shown && rowHeight > 0 && active !== undefined && active >= 0) virtual.scrollToIndex(active, { align: 'auto' })
  }, [active, shown, rowHeight, virtual.scrollToIndex])

  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (items.length > 0 && last >= items.length - 15) more?.()
  }, [last, items.length, more])

  return (
    <div ref={box} className={`${classes.box} ${className ?? ''}`}>
      <ol className={classes.run} style={{ height: virtual.getTotalSize() }} aria-label={label}>
        {rows.map((place) => {
          const item = items[place.index]
          if (item === undefined) return null
          return (
            <li
              key={place.key}
              aria-setsize={items.length}
              aria-posinset={place.index + 1}
              className={classes.item}
              style={{ height: place.size, transform: `translateY(${place.start}px)` }}
            >
              {row(item, place.index)}
            </li>
          )
        })}
      </ol>
      {loadingMore && (
        <div className={classes.more} role="status">
          {t('list.loadingMore')}
        </div>
      )}
    </div>
  )
}
