export interface Measured {
  what: string
  concurrency: number
  count: number
  perSecond: number
  p50Ms: number
  p95Ms: number
  maxMs: number
  /** Processor time per operation, which says more than the clock on a machine that is busy with other things. */
  cpuMs?: { program: number; database: number }
  /** How much of the machine's processor time its host gave to others meanwhile, 0 to 1; none is known of a real machine. */
  stolen?: number
}

/** Does one thing over and over with so many at a time; throws when one of them fails. */
export async function measure(
  what: string,
  concurrency: number,
  count: number,
  once: (index: number) => Promise<void>,
): Promise<Measured> {
  const times: number[] = []
  let next = 0
  const started = performance.now()
  const worker = async () => {
    while (next < count) {
      const index = next++
      const begun = performance.now()
      await once(index)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return summary(what, concurrency, times, performance.now() - started)
}

export function summary(what: string, concurrency: number, times: number[], tookMs: number): Measured {
  times.sort((a, b) => a - b)
  const at = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  return {
    what,
    concurrency,
    count: times.length,
    perSecond: round((times.length / tookMs) * 1000),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    maxMs: at(1),
  }
}

const round = (value: number) => Math.round(value * 10) / 10
