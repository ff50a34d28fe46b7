import { useEffect, useRef, useSyncExternalStore } from 'react'
import { queryClient } from '../api/query-client.ts'
import {
  beHere,
  type Change,
  type Doing,
  listen,
  liveState,
  peopleHere,
  watchLiveState,
  watchPeople,
} from './socket.ts'

/** While mounted, a change of any topic marks the readings under `queryKey` stale, or calls the given function. */
export function useLive(topics: readonly string[], then: readonly unknown[] | ((change: Change) => void)) {
  const latest = useRef(then)
  latest.current = then
  const joined = topics.join('\n')
  useEffect(() => {
    if (!joined) return
    let pending: ReturnType<typeof setTimeout> | undefined
    const hear = (change: Change) => {
      const todo = latest.current
      if (typeof todo === 'function') return todo(change)
      // One use case tells several facts; they are one re-reading.
      clearTimeout(pending)
      pending = setTimeout(() => queryClient.invalidateQueries({ queryKey: latest.current as readonly unknown[] }), 60)
    }
    const stops = joined.split('\n').map((topic) => listen(topic, hear))
    return () => {
      clearTimeout(pending)
      for (const stop of stops) stop()
    }
  }, [joined])
}

export const useLiveState = () => useSyncExternalStore(watchLiveState, liveState)

/**
 * Says that this page looks at a thing (`ticket:1042`) and what is done there, and who else does; oneself among them.
 * Undefined where nobody shall know.
 */
export function useHere(topic: string | undefined, doing: Doing) {
  useEffect(() => {
    if (topic) beHere({ topic, doing })
  }, [topic, doing])
  useEffect(() => {
    if (topic) return () => beHere(undefined)
  }, [topic])
  return useSyncExternalStore(watchPeople, peopleHere)
}
