import { useEffect, useRef } from 'react'
import { api } from '../../../../web-kit/api/api.ts'
import type { UploadedFile } from '../../../../web-kit/api/upload.ts'
import { useKept } from '../../../../web-kit/forms/use-kept.ts'
import { getDraft, keepDraftEndpoint } from '../../contract/http.ts'

interface Written {
  text: string
  files: readonly UploadedFile[]
}
const nothing: Written = { text: '', files: [] }

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }
const toHtml = (text: string) => text.replace(/[&<>\n]/g, (char) => escaped[char] ?? char)

function toText(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<br\s*\/?>|<\/p>\s*<p>/gi, '\n'), 'text/html')
  return page.body.textContent ?? ''
}

/**
 * An answer that is being written: kept in this browser at once and on the server soon after, so that one can begin on
 * the computer and go on with the phone.
 */
export function useAnswer(number: number) {
  const [written, setWritten, forget] = useKept<Written>(`answer.${number}`, nothing)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const touched = useRef(written.text !== '' || written.files.length > 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once per ticket
  useEffect(() => {
    if (touched.current) return
    const asked = new AbortController()
    api(getDraft, { params: { number }, signal: asked.signal })
      .then(({ items }) => {
        const draft = items.find((one) => one.kind === 'reply')
        if (draft && !touched.current) setWritten({ text: toText(draft.html), files: draft.files })
      })
      // Without it one begins with an empty box.
      .catch(() => undefined)
    return () => asked.abort()
  }, [number])

  const change = (next: Partial<Written>) => {
    touched.current = true
    setWritten((before) => {
      const now = { ...before, ...next }
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void keepOnServer(number, now), 1500)
      return now
    })
  }
  const sent = () => {
    clearTimeout(timer.current)
    forget()
  }
  return { ...written, change, sent }
}

const keepOnServer = (number: number, { text, files }: Written) =>
  api(keepDraftEndpoint, {
    params: { number, kind: 'reply' },
    body: { html: toHtml(text), cc: [], attachments: files.map((file) => file.id) },
    // What cannot be kept there is still kept here.
  }).catch(() => undefined)
