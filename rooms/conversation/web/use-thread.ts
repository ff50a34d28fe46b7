import type { InfiniteData } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { api } from '../../../web-kit/api/api.ts'
import { queryClient } from '../../../web-kit/api/query-client.ts'
import { keyOf, type Page, pagesQuery, stale, useApi, usePages } from '../../../web-kit/api/use-api.ts'
import {
  listMessages,
  type Message as MessageSchema,
  undoMessageEndpoint,
  writeMessageEndpoint,
} from '../contract/http.ts'

export type Message = Static<typeof MessageSchema>
export type Written = {
  kind: 'reply' | 'note'
  html: string
  attachments: Message['attachments']
  cc: Array<{ email: string; name?: string }>
  bcc?: Array<{ email: string; name?: string }>
  /** The newest message the writer has read. */
  after?: number
}

const newest = (number: number) => ({ params: { number }, query: { limit: 20, order: 'newest' as const } })
const first = (number: number) => ({ params: { number }, query: { limit: 1 } })

/**
 * The conversation on a ticket, reread when somebody writes: the newest messages, earlier ones page by page, and always
 * the one it began with.
 */
export function useThread(number: number) {
  const live = { live: [`ticket:${number}`] }
  const pages = usePages(listMessages, newest(number), live)
  const gap = pages.hasNextPage
  const beginning = useApi(listMessages, first(number), { ...live, enabled: gap })
  const recent = pages.items.toReversed()
  const opening = gap ? beginning.data?.items[0] : undefined
  const known = new Set(recent.map((message) => message.id))
  const items = opening && !known.has(opening.id) ? [opening, ...recent] : recent
  const total = (pages.data?.pages[0] as { total?: number } | undefined)?.total ?? items.length
  return {
    items,
    /** How many messages are between the first and the earliest of the newest. */
    between: gap ? Math.max(1, total - items.length) : 0,
    opening: opening?.id,
    isPending: pages.isPending,
    error: pages.error,
    refetch: pages.refetch,
    isFetchingEarlier: pages.isFetchingNextPage,
    earlier: pages.more,
  }
}

export const prefetchThread = (number: number) =>
  queryClient.prefetchInfiniteQuery({ ...pagesQuery(listMessages, newest(number)), staleTime: 30_000 })

/** Puts a message at the end of the thread before the server has it; returns its own undoing. */
async function show(number: number, message: Message): Promise<() => void> {
  const queryKey = [...keyOf(listMessages, newest(number)), 'pages']
  await queryClient.cancelQueries({ queryKey })
  const before = queryClient.getQueryData<InfiniteData<Page<Message>>>(queryKey)
  const latest = before?.pages[0]
  if (before && latest) {
    const pages = [{ ...latest, items: [message, ...latest.items] }, ...before.pages.slice(1)]
    queryClient.setQueryData(queryKey, { ...before, pages })
  }
  return () => queryClient.setQueryData(queryKey, before)
}

/** Shows the message at once and sends it; on a refusal it is taken away again and the problem thrown. */
export async function sendMessage(number: number, author: Message['author'], written: Written): Promise<Message> {
  const undo = await show(number, unsent(number, author, written))
  try {
    const { kind, html, cc, bcc, attachments, after } = written
    const body = {
      kind,
      html,
      attachments: attachments.map((file) => file.id),
      ...(cc.length > 0 ? { cc } : {}),
      ...(bcc ? { bcc } : {}),
      ...(after === undefined ? {} : { after }),
    }
    return await api(writeMessageEndpoint, { params: { number }, body, idempotencyKey: crypto.randomUUID() })
  } catch (error) {
    undo()
    throw error
  } finally {
    void stale(listMessages, newest(number))
  }
}

function unsent(number: number, author: Message['author'], written: Written): Message {
  return {
    id: -Date.now(),
    ticketNumber: number,
    kind: written.kind,
    direction: 'out',
    author,
    sentAt: new Date().toISOString(),
    subject: null,
    text: '',
    html: written.html,
    quotedText: null,
    quotedHtml: null,
    automatic: false,
    attachments: written.attachments,
    delivery: {
      state: written.kind === 'reply' ? 'queued' : 'none',
      at: null,
      error: null,
      smtpCode: null,
      dueAt: null,
      attempts: 0,
    },
    undoUntil: null,
    hasSource: false,
    recipients: null,
    pictures: 'none',
    events: [],
    authentication: null,
    cut: false,
  }
}

/** Takes a message back; the answer is what was written, for the composer. */
export async function takeBack(number: number, id: number) {
  const draft = await api(undoMessageEndpoint, { params: { number, id } })
  await stale(listMessages, newest(number))
  return draft
}
