import { useCallback, useEffect, useRef, useState } from 'react'
import type { Static } from 'typebox'
import { api } from '../../../web-kit/api/api.ts'
import { isProblem } from '../../../web-kit/api/problem.ts'
import { queryClient } from '../../../web-kit/api/query-client.ts'
import { keyOf, useApi } from '../../../web-kit/api/use-api.ts'
import { dropDraftEndpoint, getDraft, type KeptDraft, keepDraftEndpoint, type MessageKind } from '../contract/http.ts'
import { spareDraft } from './spare-draft.ts'

export interface DraftValue {
  html: string
  cc: Array<{ email: string; name?: string }>
  bcc?: Array<{ email: string; name?: string }>
  attachments: number[]
}
type Kept = Static<typeof KeptDraft>

const settleMs = 900
const againMs = 5000

function remember(number: number, kind: MessageKind, draft: Kept | undefined) {
  queryClient.setQueryData<{ items: Kept[] }>(keyOf(getDraft, { params: { number } }), (before) => ({
    items: [...(before?.items.filter((one) => one.kind !== kind) ?? []), ...(draft ? [draft] : [])],
  }))
}

/** Keeps what is being written on the server, so that a reload, another device or a crash loses nothing. */
export function useDraft(number: number, kind: MessageKind, authorId: number) {
  const args = { params: { number } }
  const kept = useApi(getDraft, args, { staleMs: Number.POSITIVE_INFINITY })
  const waiting = useRef<{ value: DraftValue | null; timer: ReturnType<typeof setTimeout> }>(undefined)
  const [saved, setSaved] = useState<'no' | 'saving' | 'yes'>('no')
  const [spare] = useState(() => spareDraft<DraftValue>(authorId, number, kind))
  const [spared, setSpared] = useState(() => spare.read())
  const here = useRef(true)
  // Counts what was sent: the answer to a saving that began before it says nothing any more.
  const round = useRef(0)

  const flush = useCallback(
    async (leaving = false) => {
      const todo = waiting.current
      if (!todo) return
      clearTimeout(todo.timer)
      waiting.current = undefined
      const params = { number, kind }
      const began = round.current
      try {
        let draft: Kept | undefined
        if (todo.value) draft = await api(keepDraftEndpoint, { params, body: todo.value, keepalive: leaving })
        else await api(dropDraftEndpoint, { params })
        if (began !== round.current) return
        remember(number, kind, draft)
        spare.drop()
        setSaved(todo.value ? 'yes' : 'no')
      } catch (error) {
        if (began !== round.current) return
        // What is typed stands in the editor, and in this tab until the server has it.
        setSaved('no')
        if (!todo.value) return
        spare.put(todo.value)
        const passes = isProblem(error) && (error.status === 0 || error.status === 401 || error.status >= 500)
        if (passes && here.current)
          waiting.current ??= { value: todo.value, timer: setTimeout(() => void flush(), againMs) }
      }
    },
    [number, kind, spare],
  )

  // What an earlier visit could not save is newer than what the server has.
  useEffect(() => {
    if (!spared || kept.isPending) return
    void api(keepDraftEndpoint, { params: { number, kind }, body: spared })
      .then((draft) => {
        remember(number, kind, draft)
        spare.drop()
      })
      .catch(() => remember(number, kind, { ...spared, kind, files: [], updatedAt: new Date().toISOString() }))
      .finally(() => setSpared(undefined))
  }, [spared, kept.isPending, number, kind, spare])

  // Leaving the ticket, or the page, saves what the timer had not yet.
  useEffect(() => {
    here.current = true
    const leave = () => {
      // Nobody hears any more whether the last words arrived.
      if (waiting.current?.value) spare.put(waiting.current.value)
      void flush(true)
    }
    addEventListener('pagehide', leave)
    return () => {
      here.current = false
      removeEventListener('pagehide', leave)
      void flush()
    }
  }, [flush, spare])

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
    round.current += 1
    spare.drop()
    setSaved('no')
    queryClient.setQueryData<{ items: Kept[] }>(keyOf(getDraft, { params: { number } }), (before) => ({
      items: before?.items.filter((one) => one.kind !== kind) ?? [],
    }))
  }, [number, kind, spare])
  return {
    ready: !kept.isPending && !spared,
    draft: kept.data?.items.find((one) => one.kind === kind),
    saved,
    keep,
    forget,
  }
}
