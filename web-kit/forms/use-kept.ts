import { useEffect, useRef, useState } from 'react'

const prefix = 'deskhand.draft.'
/** Nobody goes on with what they began to write two months ago. */
const keptMs = 60 * 24 * 3600_000

function read<T>(key: string, initial: T): T {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as { at: number; value: T } | null
    if (kept && Date.now() - kept.at < keptMs) return kept.value
  } catch {
    // Storage refused, or something else wrote there: begin anew.
  }
  return initial
}

function write(key: string, value: unknown) {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), value }))
  } catch {
    // Full or refused: what is typed still stands on the page.
  }
}

/**
 * State that outlives the page in this browser: what somebody began to write. Returns the value, its setter, and a
 * function that forgets it once it was sent.
 */
export function useKept<T>(key: string, initial: T) {
  const [value, setValue] = useState<T>(() => read(key, initial))
  const latest = useRef<T | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const flush = () => latest.current !== undefined && write(key, latest.current)
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      clearTimeout(timer.current)
      flush()
    }
  }, [key])

  const set = (change: T | ((before: T) => T)) =>
    setValue((before) => {
      const next = typeof change === 'function' ? (change as (before: T) => T)(before) : change
      latest.current = next
      clearTimeout(timer.current)
      timer.current = setTimeout(() => write(key, next), 300)
      return next
    })

  const forget = () => {
    latest.current = undefined
    clearTimeout(timer.current)
    write(key, undefined)
    setValue(initial)
  }
  return [value, set, forget] as const
}
