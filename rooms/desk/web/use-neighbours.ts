import { useState } from 'react'

export interface Neighbours {
  previous?: number | undefined
  next?: number | undefined
  /** Counted from 1; undefined when the ticket is not in the list. */
  position?: number | undefined
}

/**
 * What is above and below the open ticket. A ticket that one works on moves: it was changed last, or it left the list because
 * somebody has it now. Its neighbours stay those it had when it was opened, so that going down a list skips and repeats nothing.
 */
export function useNeighbours(numbers: readonly number[], open: number | undefined): Neighbours {
  const [opened, setOpened] = useState<{ number: number; order: readonly number[] }>()
  if (open !== undefined && opened?.number !== open && numbers.includes(open))
    setOpened({ number: open, order: numbers })
  if (open === undefined) return {}
  return neighboursOf(opened?.number === open ? opened.order : numbers, numbers, open)
}

/** `order` is how the list stood when the ticket was opened, `numbers` how it stands now. */
export function neighboursOf(order: readonly number[], numbers: readonly number[], open: number): Neighbours {
  const at = order.indexOf(open)
  if (at < 0) return {}
  const there = new Set(numbers)
  const known = new Set(order)
  // Pages that were read since begin after the last that was known.
  const last = order.findLast((number) => number !== open && there.has(number))
  const fresh =
    last === undefined ? [] : numbers.slice(numbers.indexOf(last) + 1).filter((number) => !known.has(number))
  const position = numbers.indexOf(open) + 1
  return {
    previous: order.slice(0, at).findLast((number) => there.has(number)),
    next: [...order.slice(at + 1), ...fresh].find((number) => there.has(number)),
    position: position || undefined,
  }
}
