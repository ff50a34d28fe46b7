import { useEffect, useState } from 'react'

/** Whether something has been so for longer than a blink; what ends before need not be shown at all. */
export function useLate(is: boolean, afterMs = 150): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!is) return setLate(false)
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => clearTimeout(timer)
  }, [is, afterMs])
  return is && late
}
