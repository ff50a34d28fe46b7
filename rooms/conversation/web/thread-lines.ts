/** What stands in the thread, from above to below. */
export type Line<M, B> =
  | { kind: 'message'; key: string; message: M; folded: boolean }
  | { kind: 'between'; key: string; between: B }
  | { kind: 'day'; key: string; at: string }
  | { kind: 'earlier'; key: string; count: number }
  | { kind: 'new'; key: string }

interface Said {
  id: number
  sentAt: string
  author: { id: number | null }
}

interface Arranging<M extends Said, B> {
  /** Oldest first. */
  messages: readonly M[]
  between: readonly B[]
  /** Messages not loaded, after the one with the id `opening`. */
  gap: number
  opening: number | undefined
  /** The last message that was there when the reader looked before; undefined when they never did. */
  seen: number | undefined
  viewerId: number | undefined
}

/** So many of the newest are open; of a long thread the middle is folded to one line each. */
const OPEN_AT_END = 6
const LONG = 12

/** The calendar day of the reader. */
export const dayOf = (at: string): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
}

/** Messages and what happened between them, in order, with days, the gap, and where the reader left off. */
export function arrange<M extends Said, B extends { id: number; at: string }>({
  messages,
  between,
  gap,
  opening,
  seen,
  viewerId,
}: Arranging<M, B>): Line<M, B>[] {
  const unread = messages.find(
    (message) => seen !== undefined && message.id > seen && message.author.id !== viewerId && message.id !== opening,
  )?.id
  const openFrom = messages.length > LONG ? messages.at(-OPEN_AT_END)?.id : undefined
  const folded = (message: M) =>
    openFrom !== undefined &&
    message !== messages[0] &&
    message.id > 0 &&
    message.id < openFrom &&
    (unread === undefined || message.id < unread)
  const afterGap = gap > 0 ? messages.find((message) => message.id !== opening)?.sentAt : undefined
  const entries = [
    ...messages.map((message) => ({ at: message.sentAt, message, between: undefined })),
    // What happened within the gap belongs between messages that are not there yet.
    ...between
      .filter((one) => afterGap === undefined || one.at >= afterGap)
      .map((one) => ({ at: one.at, message: undefined, between: one })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  const lines: Line<M, B>[] = []
  let day: string | undefined
  for (const { at, message, between: fact } of entries) {
    if (dayOf(at) !== day) {
      // The first day is told by the ticket itself.
      if (day !== undefined) lines.push({ kind: 'day', key: `d${dayOf(at)}`, at })
      day = dayOf(at)
    }
    if (message && message.id === unread) lines.push({ kind: 'new', key: 'new' })
    if (message) lines.push({ kind: 'message', key: `m${message.id}`, message, folded: folded(message) })
    else if (fact) lines.push({ kind: 'between', key: `b${fact.id}`, between: fact })
    if (message && gap > 0 && message.id === opening) lines.push({ kind: 'earlier', key: 'earlier', count: gap })
  }
  if (gap > 0 && opening === undefined) lines.unshift({ kind: 'earlier', key: 'earlier', count: gap })
  return lines
}
