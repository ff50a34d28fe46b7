import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { ApiProblem } from '../../../web-kit/api/problem.ts'
import type { UploadedFile } from '../../../web-kit/api/upload.ts'
import { stale } from '../../../web-kit/api/use-api.ts'
import type { EditorHandle } from '../../../web-kit/editor/editor-props.ts'
import { dateAndTime } from '../../../web-kit/i18n/formats.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { useUploads } from '../../../web-kit/ui/use-uploads.ts'
import { listScheduledReplies, type MessageKind, scheduleReply } from '../contract/http.ts'
import './later/strings.ts'
import { useMeanwhile } from './together/use-meanwhile.ts'
import { useDraft } from './use-draft.ts'
import { type Message, sendMessage, takeBack, type Written } from './use-thread.ts'

const isEmptyHtml = (html: string) => html === '' || html === '<p></p>'
/** The files that stand in a text as pictures. */
const picturesIn = (html: string) => [...html.matchAll(/src="\/api\/v1\/files\/(\d+)"/g)].map(([, id]) => Number(id))
const isAddress = (text: string) => /^[^@\s]+@[^@\s]+$/.test(text)
const addressesIn = (texts: string[]) => texts.filter(isAddress).map((email) => ({ email }))

interface Options {
  number: number
  kind: MessageKind
  author: Message['author'] & { id: number }
  onRestore: (kind: MessageKind) => void
}

/** What stands in the composer: words, copies, files; kept as a draft, sent, taken back. */
export function useComposer({ number, kind, author, onRestore }: Options) {
  const { t } = useTranslation('conversation')
  const { ready, draft, saved, keep, forget } = useDraft(number, kind, author.id)
  const editor = useRef<EditorHandle>(undefined)
  const [wordless, setWordless] = useState(true)
  const [cc, setCc] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const [bcc, setBcc] = useState<string[]>()
  const state = useRef({ html: '', cc: [] as string[], bcc: [] as string[], attachments: [] as number[] })

  // Those that were put into the text; they go along only while they stand there.
  const pictures = useRef(new Set<number>())
  const goesAlong = (id: number) => !pictures.current.has(id) || picturesIn(state.current.html).includes(id)

  const save = () => {
    const { html, cc: copies, bcc: secret } = state.current
    const attachments = state.current.attachments.filter(goesAlong)
    const nothing = isEmptyHtml(html) && attachments.length === 0
    keep(nothing ? null : { html, attachments, cc: addressesIn(copies), bcc: addressesIn(secret) })
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
    for (const id of picturesIn(draft.html)) pictures.current.add(id)
    const secret = draft.bcc?.map((one) => one.email) ?? []
    state.current = {
      html: draft.html,
      cc: draft.cc.map((one) => one.email),
      bcc: secret,
      attachments: draft.attachments,
    }
    if (draft.cc.length > 0) setCc(state.current.cc)
    if (secret.length > 0) setBcc(secret)
    setWordless(isEmptyHtml(draft.html))
  }, [ready])

  const put = (written: { html: string; cc: ReadonlyArray<{ email: string }> }, files: readonly UploadedFile[]) => {
    for (const id of picturesIn(written.html)) pictures.current.add(id)
    editor.current?.setHtml(written.html)
    setFiles(files)
    state.current = {
      html: written.html,
      cc: written.cc.map((one) => one.email),
      bcc: state.current.bcc,
      attachments: files.map((f) => f.id),
    }
    if (written.cc.length > 0) setCc(state.current.cc)
    setWordless(isEmptyHtml(written.html))
    save()
    editor.current?.focus()
  }

  const clear = () => {
    editor.current?.clear()
    setFiles([])
    setCc(undefined)
    setBcc(undefined)
    setWordless(true)
    state.current = { html: '', cc: [], bcc: [], attachments: [] }
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

  const loose = files.filter((file) => !pictures.current.has(file.id))
  const nothing = wordless && loose.length === 0
  const picture = async (file: File) => {
    const sent = await uploads.send(file)
    if (!sent) return undefined
    pictures.current.add(sent.id)
    // So that it is no longer listed below the text.
    setFiles((all) => [...all])
    return { url: `/api/v1/files/${sent.id}` }
  }
  const meanwhile = useMeanwhile({
    number,
    viewerId: author.id,
    writing: kind === 'reply' && !nothing,
    since: draft?.updatedAt,
  })
  const send = async (after = meanwhile.known): Promise<boolean> => {
    if (busy || uploads.underway.length > 0 || nothing) return false
    if (meanwhile.answered && after === meanwhile.known) {
      meanwhile.hold()
      return false
    }
    setBusy(true)
    const attachments = files
      .filter((file) => goesAlong(file.id))
      .map((file) => ({ ...file, url: file.url ?? '', inline: pictures.current.has(file.id) }))
    const copies = addressesIn(state.current.cc)
    const secret = addressesIn(state.current.bcc)
    const html = editor.current?.html() ?? ''
    const written: Written = {
      kind,
      html,
      attachments,
      cc: copies,
      ...(secret.length > 0 ? { bcc: secret } : {}),
      ...(after === undefined ? {} : { after }),
    }
    clear()
    try {
      const sent = await sendMessage(number, author, written)
      const leftMs = sent.undoUntil ? new Date(sent.undoUntil).getTime() - Date.now() : 0
      const undoing = leftMs > 500 ? { undo: () => void undo(sent.id, files), forMs: leftMs } : {}
      toast.done(t(kind === 'reply' ? 'sent' : 'noted'), undoing)
      return true
    } catch (error) {
      put(written, files)
      if (error instanceof ApiProblem && error.code === 'conversation.answered_meanwhile' && after !== undefined) {
        meanwhile.refused(after)
        return false
      }
      toast.problem(error instanceof ApiProblem ? error : new ApiProblem(500, {}))
      return false
    } finally {
      setBusy(false)
    }
  }

  /** The reply goes out at a time instead of now. */
  const plan = async (at: Date, holdIfAnswered: boolean) => {
    if (busy || uploads.underway.length > 0 || nothing) return
    setBusy(true)
    const { cc: copies, bcc: secret } = state.current
    const attachments = state.current.attachments.filter(goesAlong)
    const html = editor.current?.html() ?? ''
    const body = { html, attachments, cc: addressesIn(copies), bcc: addressesIn(secret), holdIfAnswered }
    try {
      const sendAt = at.toISOString()
      await api(scheduleReply, { params: { number }, body: { ...body, sendAt }, idempotencyKey: crypto.randomUUID() })
      clear()
      await stale(listScheduledReplies, { params: { number } })
      toast.done(t('later:planned', { when: dateAndTime(at) }))
    } catch (error) {
      toast.problem(error as Error)
    } finally {
      setBusy(false)
    }
  }

  return {
    ready,
    draft,
    saved,
    editor,
    uploads: { ...uploads, files: loose },
    picture,
    cc,
    setCc: (value: string[]) => {
      setCc(value)
      state.current.cc = value
      save()
    },
    bcc,
    setBcc: (value: string[]) => {
      setBcc(value)
      state.current.bcc = value
      save()
    },
    setHtml: (html: string, empty: boolean) => {
      setWordless(empty)
      state.current.html = empty ? '' : html
      save()
    },
    busy,
    nothing,
    meanwhile,
    send: () => send(),
    sendAnyway: () => send(meanwhile.settle()),
    plan,
    put,
    clear,
    undo: (id: number) => void undo(id, []),
  }
}
