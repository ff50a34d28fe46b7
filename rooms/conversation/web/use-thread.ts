import type { Static } from 'typebox'
import { api } from '../../../web-kit/api/api.ts'
import { queryClient } from '../../../web-kit/api/query-client.ts'
import { pagesQuery, stale, usePages } from '../../../web-kit/api/use-api.ts'
import { append } from '../../../web-kit/api/use-send.ts'
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
}

const argsOf = (number: number) => ({ params: { number }, query: { limit: 100 } })

/** The conversation on a ticket, oldest first, reread when somebody writes. */
export const useThread = (number: number) => usePages(listMessages, argsOf(number), { live: [`ticket:${number}`] })

export const prefetchThread = (number: number) =>
  queryClient.prefetchInfiniteQuery({ ...pagesQuery(listMessages, argsOf(number)), staleTime: 30_000 })

/** Shows the message at once and sends it; on a refusal it is taken away again and the problem thrown. */
export async function sendMessage(number: number, author: Message['author'], written: Written): Promise<Message> {
  const shown: Message = {
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
    delivery: { state: written.kind === 'reply' ? 'queued' : 'none', at: null, error: null },
    undoUntil: null,
    hasSource: false,
  }
  const undo = await append(listMessages, argsOf(number), shown)()
  try {
    const { kind, html, cc, attachments } = written
    const body = { kind, html, attachments: attachments.map((file) => file.id), ...(cc.length > 0 ? { cc } : {}) }
    return await api(writeMessageEndpoint, { params: { number }, body, idempotencyKey: crypto.randomUUID() })
  } catch (error) {
    undo()
    throw error
  } finally {
    void stale(listMessages, argsOf(number))
  }
}

/** Takes a message back; the answer is what was written, for the composer. */
export async function takeBack(number: number, id: number) {
  const draft = await api(undoMessageEndpoint, { params: { number, id } })
  await stale(listMessages, argsOf(number))
  return draft
}
