import { useEffect, useState } from 'react'

const key = 'deskhand.seen'
const MAX_TICKETS = 500

type Seen = Record<string, number>

function read(): Seen {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return kept && typeof kept === 'object' ? (kept as Seen) : {}
  } catch {
    return {}
  }
}

function write(number: number, id: number) {
  try {
    const { [number]: _before, ...others } = read()
    const entries = [...Object.entries(others), [String(number), id] as const]
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(entries.slice(-MAX_TICKETS))))
  } catch {
    // Storage refused or full: then nothing is marked as new.
  }
}

/** The newest message that was there when this reader last had the ticket open in this browser. */
export function useSeen(number: number, newest: number | undefined): number | undefined {
  const [before] = useState(() => read()[number])
  useEffect(() => {
    if (newest !== undefined && newest > 0) write(number, newest)
  }, [number, newest])
  return before
}
