import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../web-kit/api/problem.ts'
import type { UploadedFile } from '../../../web-kit/api/upload.ts'
import type { EditorHandle } from '../../../web-kit/editor/editor-props.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { useUploads } from '../../../web-kit/ui/use-uploads.ts'
import type { MessageKind } from '../contract/http.ts'
import { useDraft } from './use-draft.ts'
import { type Message, sendMessage, takeBack, type Written } from './use-thread.ts'

const isEmptyHtml = (html: string) => html === '' || html === '<p></p>'
const isAddress = (text: string) => /^[^@\s]+@[^@\s]+$/.test(text)

interface Options {
  number: number
  kind: MessageKind
  author: Message['author']
  onRestore: (kind: MessageKind) => void
}

/** What stands in the composer: words, copies, files; kept as a draft, sent, taken back. */
export function useComposer({ number, kind, author, onRestore }: Options) {
  const { t } = useTranslation('conversation')
  const { ready, draft, saved, keep, forget } = useDraft(number, kind)
  const editor = useRef<EditorHandle>(undefined)
  const [wordless, setWordless] = useState(true)
  const [cc, setCc] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const state = useRef({ html: '', cc: [] as string[], attachments: [] as number[] })

  const save = () => {
    const { html, attachments, cc: copies } = state.current
    const nothing = isEmptyHtml(html) && attachments.length === 0
    keep(nothing ? null : { html, attachments, cc: copies.filter(isAddress).map((email) => ({ email })) })
  }
  const [files, setFiles] = useState<readonly UploadedFile[]>([])
  const uploads = useUploads({
    files,
    onChange: (changed) => {
      setFiles(changed)
      state.current.attachments = changed.map((file) => file.id)
      save()
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the draft arrives, not when it is saved
  useEffect(() => {
    if (!ready || !draft) return
    setFiles(draft.files)
    state.current = { html: draft.html, cc: draft.cc.map((one) => one.email), attachments: draft.attachments }
    if (draft.cc.length > 0) setCc(state.current.cc)
    setWordless(isEmptyHtml(draft.html))
  }, [ready])

  const put = (written: { html: string; cc: ReadonlyArray<{ email: string }> }, files: readonly UploadedFile[]) => {
    editor.current?.setHtml(written.html)
    setFiles(files)
    state.current = { html: written.html, cc: written.cc.map((one) => one.email), attachments: files.map((f) => f.id) }
    if (written.cc.length > 0) setCc(state.current.cc)
    setWordless(isEmptyHtml(written.html))
    save()
    editor.current?.focus()
  }

  const clear = () => {
    editor.current?.clear()
    setFiles([])
    setCc(undefined)
    setWordless(true)
    state.current = { html: '', cc: [], attachments: [] }
    forget()
  }

  const undo = async (id: number, files: readonly UploadedFile[]) => {
    try {
      const back = await takeBack(number, id)
      if (back.kind !== kind) onRestore(back.kind)
      put(back, files)
    } catch (error) {
      toast.problem(error as Error)
    }
  }

  const nothing = wordless && files.length === 0
  const send = async (): Promise<boolean> => {
    if (busy || uploads.underway.length > 0 || nothing) return false
    setBusy(true)
    const attachments = files.map((file) => ({ ...file, url: file.url ?? '', inline: false }))
    const copies = state.current.cc.filter(isAddress).map((email) => ({ email }))
    const written: Written = { kind, html: editor.current?.html() ?? '', attachments, cc: copies }
    clear()
    try {
      const sent = await sendMessage(number, author, written)
      const leftMs = sent.undoUntil ? new Date(sent.undoUntil).getTime() - Date.now() : 0
      const undoing = leftMs > 500 ? { undo: () => void undo(sent.id, files), forMs: leftMs } : {}
      toast.done(t(kind === 'reply' ? 'sent' : 'noted'), undoing)
      return true
    } catch (error) {
      put(written, files)
      toast.problem(error instanceof ApiProblem ? error : new ApiProblem(500, {}))
      return false
    } finally {
      setBusy(false)
    }
  }

  return {
    ready,
    draft,
    saved,
    editor,
    uploads,
    cc,
    setCc: (value: string[]) => {
      setCc(value)
      state.current.cc = value
      save()
    },
    setHtml: (html: string, empty: boolean) => {
      setWordless(empty)
      state.current.html = empty ? '' : html
      save()
    },
    busy,
    nothing,
    send,
    clear,
    undo: (id: number) => void undo(id, []),
  }
}
