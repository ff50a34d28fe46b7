/** Where one stands in a list: on a ticket, and how far down it was. */
export interface Place {
  list: string
  number: number
  index: number
}

/** The index of the ticket one stands on, wherever the list has moved it; -1 when it has left. */
export const placeIn = (numbers: readonly number[], place: Place | undefined): number =>
  place ? numbers.indexOf(place.number) : -1

/** Where a step leads. From a ticket that has left the list it leads to those that were below and above it. */
export function stepFrom(numbers: readonly number[], place: Place | undefined, step: 1 | -1): number {
  if (!place) return 0
  const found = numbers.indexOf(place.number)
  const to = found >= 0 ? found + step : step > 0 ? place.index : place.index - 1
  return Math.max(0, Math.min(numbers.length - 1, to))
}

/** Both, and all that stand between them. */
export function stretch(numbers: readonly number[], from: number, to: number): readonly number[] {
  const [a, b] = [numbers.indexOf(from), numbers.indexOf(to)]
  return a < 0 || b < 0 ? [to] : numbers.slice(Math.min(a, b), Math.max(a, b) + 1)
}
