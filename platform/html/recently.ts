const FEWEST_CHARS = 20_000
const MOST_CHARS = 2 * 1024 * 1024
const KEPT = 3

/**
 * Work on a long text that leaves its own outcome as it is: one message is looked at several times, and what was made of it a
 * moment ago need not be made again. `work` must depend on the text alone where `outcomesOnly` is not set.
 */
export function recently<Rest extends unknown[]>(
  work: (text: string, ...rest: Rest) => string,
  outcomesOnly = false,
): (text: string, ...rest: Rest) => string {
  const recent: { from: string; made: string }[] = []
  return (text, ...rest) => {
    if (text.length < FEWEST_CHARS || text.length > MOST_CHARS) return work(text, ...rest)
    const known = recent.find(({ from, made }) => made === text || (!outcomesOnly && from === text))
    if (known) return known.made
    const made = work(text, ...rest)
    recent.unshift({ from: outcomesOnly ? '' : text, made })
    recent.length = Math.min(recent.length, KEPT)
    return made
  }
}
