import { useCallback, useEffect, useRef, useState } from 'react'
import type { Static } from 'typebox'
import { api } from '../../../web-kit/api/api.ts'
import { queryClient } from '../../../web-kit/api/query-client.ts'
import { keyOf, useApi } from '../../../web-kit/api/use-api.ts'
import { dropDraftEndpoint, getDraft, type KeptDraft, keepDraftEndpoint, type MessageKind } from '../contract/http.ts'

export interface DraftValue {
  html: string
  cc: Array<{ email: string; name?: string }>
  bcc?: Array<{ email: string; name?: string }>
  attachments: number[]
}
type Kept = Static<typeof KeptDraft>

const settleMs = 900

/** Keeps what is being written on the server, so that a reload, another device or a crash loses nothing. */
export function useDraft(number: number, kind: MessageKind) {
  const args = { params: { number } }
  const kept = useApi(getDraft, args, { staleMs: Number.POSITIVE_INFINITY })
  const waiting = useRef<{ value: DraftValue | null; timer: ReturnType<typeof setTimeout> }>(undefined)
  const [saved, setSaved] = useState<'no' | 'saving' | 'yes'>('no')

  const flush = useCallback(
    async (leaving = false) => {
      const todo = waiting.current
      if (!todo) return
      clearTimeout(todo.timer)
      waiting.current = undefined
      const params = { number, kind }
      const remember = (draft: Kept | undefined) =>
        queryClient.setQueryData<{ items: Kept[] }>(keyOf(getDraft, { params: { number } }), (before) => ({
          items: [...(before?.items.filter((one) => one.kind !== kind) ?? []), ...(draft ? [draft] : [])],
        }))
      try {
        if (todo.value) remember(await api(keepDraftEndpoint, { params, body: todo.value, keepalive: leaving }))
        else {
          await api(dropDraftEndpoint, { params })
          remember(undefined)
        }
        setSaved(todo.value ? 'yes' : 'no')
      } catch {
        // Offline, most likely: what is typed stands in the editor, and the next change tries again.
        setSaved('no')
      }
    },
    [number, kind],
  )

  // Leaving the ticket, or the page, saves what the timer had not yet.
  useEffect(() => {
    const leave = () => void flush(true)
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      void flush()
    }
  }, [flush])

  const keep = useCallback(
    (value: DraftValue | null) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      if (value) setSaved('saving')
      waiting.current = { value, timer: setTimeout(() => void flush(), value ? settleMs : 0) }
    },
    [flush],
  )
  /** The server drops the draft itself when the message is sent; here it is only forgotten. */
  const forget = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = undefined
    setSaved('no')
    queryClient.setQueryData<{ items: Kept[] }>(keyOf(getDraft, { params: { number } }), (before) => ({
      items: before?.items.filter((one) => one.kind !== kind) ?? [],
    }))
  }, [number, kind])
  return {
    ready: !kept.isPending,
    draft: kept.data?.items.find((one) => one.kind === kind),
    saved,
    keep,
    forget,
  }
}
