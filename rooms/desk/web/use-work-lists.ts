import { useEffect, useRef, useState } from 'react'
import { stale, useApi } from '../../../web-kit/api/use-api.ts'
import { useLive } from '../../../web-kit/live/use-live.ts'
import { getWorkLists } from '../contract/http.ts'

const atMostEveryMs = 2000
const keptMs = 2500

/** Lists, queues and views with their counts, read again when tickets change: at once, then at most every two seconds. */
export function useWorkLists() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const again = useRef<ReturnType<typeof setTimeout>>(undefined)
  const lastMs = useRef(0)
  useLive(['ticket:*', 'view:*'], () => {
    // The server keeps what is slow to count for a moment; after the last change it is asked once more.
    clearTimeout(again.current)
    again.current = setTimeout(() => void stale(getWorkLists), keptMs)
    if (timer.current) return
    const wait = Math.max(150, lastMs.current + atMostEveryMs - Date.now())
    timer.current = setTimeout(() => {
      timer.current = undefined
      lastMs.current = Date.now()
      void stale(getWorkLists)
    }, wait)
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      clearTimeout(again.current)
    },
    [],
  )
  return useApi(getWorkLists, {}, { staleMs: 5000 })
}

/** The view of a list's address, as far as it is known by now. */
export function useView(id: number | undefined) {
  const lists = useWorkLists()
  const view = lists.data?.views.find((one) => one.view.id === id)?.view
  // One that was saved just now is in the next answer.
  const [missing, setMissing] = useState<number>()
  const next = view ? undefined : lists.isFetching ? missing : id
  if (next !== missing) setMissing(next)
  return { view, gone: id !== undefined && missing === id }
}
