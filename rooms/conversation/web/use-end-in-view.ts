import { useCallback, useRef, useState } from 'react'

/** Whether the end of the thread is further down than one can see. */
export function useEndInView() {
  const [far, setFar] = useState(false)
  const watch = useRef<IntersectionObserver>(undefined)
  const ref = useCallback((element: HTMLElement | null) => {
    watch.current?.disconnect()
    if (!element) return
    watch.current = new IntersectionObserver(
      ([entry]) => setFar(Boolean(entry && !entry.isIntersecting && entry.boundingClientRect.top > 0)),
      // A last line that peeks in is enough.
      { rootMargin: '0px 0px 240px 0px' },
    )
    watch.current.observe(element)
  }, [])
  return { ref, far }
}
