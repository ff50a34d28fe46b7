import { useEffect, useRef } from 'react'
import { stale, useApi } from '../../../web-kit/api/use-api.ts'
import { useLive } from '../../../web-kit/live/use-live.ts'
import { getWorkLists } from '../contract/http.ts'

const atMostEveryMs = 2000

/** Lists, queues and views with their counts, read again when tickets change: at once, then at most every two seconds. */
export function useWorkLists() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const lastMs = useRef(0)
  useLive(['ticket:*', 'view:*'], () => {
    if (timer.current) return
    const wait = Math.max(150, lastMs.current + atMostEveryMs - Date.now())
    timer.current = setTimeout(() => {
      timer.current = undefined
      lastMs.current = Date.now()
      void stale(getWorkLists)
    }, wait)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return useApi(getWorkLists, {}, { staleMs: 5000 })
}

/** The view of a list's address, as far as it is known by now. */
export function useView(id: number | undefined) {
  const lists = useWorkLists()
  return { view: lists.data?.views.find((one) => one.view.id === id)?.view, pending: lists.isPending }
}
