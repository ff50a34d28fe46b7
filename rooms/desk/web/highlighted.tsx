import type { Segments } from '../contract/http.ts'

/** Text with its matches marked. It is text all the way: nothing in it is taken for HTML. */
export function Highlighted({ segments }: { segments: Segments }) {
  return segments.map((segment, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the segments of one text never move
    segment.match ? <mark key={index}>{segment.text}</mark> : <span key={index}>{segment.text}</span>,
  )
}
