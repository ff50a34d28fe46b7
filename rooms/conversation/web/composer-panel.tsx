import { Button, SegmentedControl, TagsInput, Tooltip } from '@mantine/core'
import { IconLock, IconMessageReply } from '@tabler/icons-react'
import { useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../web-kit/api/problem.ts'
import type { EditorHandle, Mentionable } from '../../../web-kit/editor/editor-props.ts'
import { RichEditor } from '../../../web-kit/editor/rich-editor.tsx'
import { Keys } from '../../../web-kit/shortcuts/keys.tsx'
import { AttachmentChip } from '../../../web-kit/ui/attachments.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import type { MessageKind } from '../contract/http.ts'
import { CannedReplies } from './canned-replies.tsx'
import classes from './composer-panel.module.css'
import { useDraft } from './use-draft.ts'
import { sendMessage, takeBack, type Written } from './use-thread.ts'
import { useUploads } from './use-uploads.ts'

export interface ComposerHandle {
  write: (kind: MessageKind) => void
  takeBack: (id: number) => void
}

/** A reply that waits for the resolution to be written. */
export interface ReplyInHand {
  text: string
  files: number
  /** Sends it as it stands. */
  send: () => Promise<boolean>
  /** Empties the composer: the words went another way. */
  discard: () => void
}

interface Props {
  number: number
  author: { id: number; name: string; email: string | null }
  /** Whom a reply goes to. */
  to: string
  abilities: { reply: { allowed: boolean; reason?: string }; note: { allowed: boolean; reason?: string } }
  mentions?: (query: string) => Promise<Mentionable[]>
  /** Called instead of sending when the reply shall also resolve. */
  onSendAndResolve?: ((reply: ReplyInHand) => void) | undefined
  onSent?: (kind: MessageKind) => void
  handle: React.Ref<ComposerHandle>
}

const mayNot = (p: Props, kind: MessageKind) =>
  p.abilities[kind].allowed ? undefined : (p.abilities[kind].reason ?? '')

/** Where replies and notes are written; always there, and nothing written in it gets lost. */
export function ComposerPanel(props: Props) {
  const { t } = useTranslation('conversation')
  const [kind, setKind] = useState<MessageKind>(props.abilities.reply.allowed ? 'reply' : 'note')
  const inner = useRef<ComposerHandle>(null)
  const [wanted, setWanted] = useState<{ kind: MessageKind; html?: string; stamp: number }>()
  useImperativeHandle(props.handle, () => ({
    write: (next) => {
      setKind(next)
      setWanted({ kind: next, stamp: Date.now() })
    },
    takeBack: (id) => inner.current?.takeBack(id),
  }))
  const option = (value: MessageKind, Icon: typeof IconLock) => ({
    value,
    disabled: mayNot(props, value) !== undefined,
    label: (
      <span className={classes.tab} title={mayNot(props, value)}>
        <Icon size={14} stroke={1.9} aria-hidden /> {t(value === 'note' ? 'writeNote' : 'writeReply')}
      </span>
    ),
  })
  return (
    <section className={classes.composer} data-kind={kind} aria-label={t('composer')}>
      <div className={classes.top}>
        <SegmentedControl
          size="xs"
          value={kind}
          aria-label={t('composer')}
          onChange={(value) => {
            setKind(value as MessageKind)
            setWanted({ kind: value as MessageKind, stamp: Date.now() })
          }}
          data={[option('reply', IconMessageReply), option('note', IconLock)]}
        />
        <span className={classes.to}>{kind === 'reply' ? t('to', { name: props.to }) : t('onlyDesk')}</span>
      </div>
      <Sheet
        key={`${props.number} ${kind}`}
        {...props}
        kind={kind}
        focus={wanted?.kind === kind ? wanted.stamp : undefined}
        onRestore={(restored) => setKind(restored)}
        handle={inner}
      />
    </section>
  )
}

interface SheetProps extends Omit<Props, 'handle'> {
  kind: MessageKind
  focus: number | undefined
  onRestore: (kind: MessageKind) => void
  handle: React.Ref<ComposerHandle>
}

function Sheet({ kind, focus, handle, onRestore, ...props }: SheetProps) {
  const { t } = useTranslation('conversation')
  const { number } = props
  const { ready, draft, saved, keep, forget } = useDraft(number, kind)
  const editor = useRef<EditorHandle>(undefined)
  const [empty, setEmpty] = useState(true)
  const [cc, setCc] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const state = useRef({ html: '', cc: [] as string[], attachments: [] as number[] })
  const uploads = useUploads((files) => {
    state.current.attachments = files.map((file) => file.id)
    save()
  })

  const save = () => {
    const { html, attachments, cc: copies } = state.current
    const nothing = (editor.current?.isEmpty() ?? true) && attachments.length === 0
    keep(nothing ? null : { html, attachments, cc: copies.map((email) => ({ email })) })
  }

  useEffect(() => {
    if (focus && editor.current) editor.current.focus()
  }, [focus])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the draft arrives, not when it is saved
  useEffect(() => {
    if (!ready || !draft) return
    uploads.put(draft.files)
    state.current = { html: draft.html, cc: draft.cc.map((one) => one.email), attachments: draft.attachments }
    if (draft.cc.length > 0) setCc(draft.cc.map((one) => one.email))
    setEmpty(draft.html === '' || draft.html === '<p></p>')
  }, [ready])

  const put = (written: { html: string; cc: ReadonlyArray<{ email: string }> }, files: typeof uploads.files) => {
    editor.current?.setHtml(written.html)
    uploads.put(files)
    state.current = { html: written.html, cc: written.cc.map((one) => one.email), attachments: files.map((f) => f.id) }
    if (written.cc.length > 0) setCc(state.current.cc)
    setEmpty(false)
    save()
    editor.current?.focus()
  }

  const undo = async (id: number, files: typeof uploads.files) => {
    try {
      const back = await takeBack(number, id)
      if (back.kind !== kind) onRestore(back.kind)
      put(back, files)
    } catch (error) {
      toast.problem(error as Error)
    }
  }

  const send = async (): Promise<boolean> => {
    const html = editor.current?.html() ?? ''
    const { files } = uploads
    if (busy || uploads.busy || (editor.current?.isEmpty() !== false && files.length === 0)) return false
    setBusy(true)
    const attachments = files.map((file) => ({ ...file, url: file.url ?? '', inline: false }))
    const written: Written = { kind, html, attachments, cc: state.current.cc.map((email) => ({ email })) }
    empties()
    try {
      const sent = await sendMessage(number, props.author, written)
      const leftMs = sent.undoUntil ? new Date(sent.undoUntil).getTime() - Date.now() : 0
      toast.done(t(kind === 'reply' ? 'sent' : 'noted'), {
        ...(leftMs > 500 ? { undo: () => void undo(sent.id, files), forMs: leftMs } : {}),
      })
      props.onSent?.(kind)
      return true
    } catch (error) {
      put(written, files)
      toast.problem(error instanceof ApiProblem ? error : new ApiProblem(500, {}))
      return false
    } finally {
      setBusy(false)
    }
  }

  const empties = () => {
    editor.current?.clear()
    uploads.put([])
    setCc(undefined)
    setEmpty(true)
    state.current = { html: '', cc: [], attachments: [] }
    forget()
  }

  const resolveToo = kind === 'reply' ? props.onSendAndResolve : undefined
  const both = () => {
    if (uploads.busy) return
    resolveToo?.({ text: editor.current?.text().trim() ?? '', files: uploads.files.length, send, discard: empties })
  }
  useImperativeHandle(handle, () => ({ write: () => editor.current?.focus(), takeBack: (id) => void undo(id, []) }))

  const refused = mayNot({ ...props, handle: null }, kind)
  if (refused !== undefined) return <p className={classes.refused}>{refused || t('closed')}</p>
  if (!ready) return <div className={classes.waiting} />
  const nothing = empty && uploads.files.length === 0
  return (
    <>
      {cc && (
        <TagsInput
          size="xs"
          mb={6}
          aria-label={t('cc')}
          placeholder={t('ccPlaceholder')}
          leftSection={<span className={classes.cc}>{t('cc')}</span>}
          leftSectionWidth={38}
          value={cc}
          splitChars={[',', ';', ' ']}
          isDuplicate={(value, all) => all.includes(value) || !/^[^@\s]+@[^@\s]+$/.test(value)}
          onChange={(value) => {
            setCc(value)
            state.current.cc = value
            save()
          }}
        />
      )}
      <RichEditor
        label={t(kind === 'note' ? 'writeNote' : 'writeReply')}
        placeholder={t(kind === 'note' ? 'notePlaceholder' : 'replyPlaceholder')}
        initialHtml={draft?.html ?? ''}
        minHeight={64}
        onReady={(given) => {
          editor.current = given
          if (focus) given.focus()
        }}
        onChange={(html, isEmpty) => {
          setEmpty(isEmpty)
          state.current.html = html
          save()
        }}
        onFiles={uploads.add}
        {...(kind === 'note' && props.mentions ? { mentions: props.mentions } : {})}
        onSubmit={(withShift) => {
          if (withShift && resolveToo) both()
          else void send()
        }}
        below={
          uploads.uploads.length > 0 && (
            <div className={classes.files}>
              {uploads.uploads.map((one) => (
                <AttachmentChip
                  key={one.key}
                  file={{ id: one.key, name: one.name, type: one.type, size: one.size }}
                  progress={one.progress}
                  failed={one.failed ?? false}
                  onRemove={() => uploads.remove(one.key)}
                />
              ))}
            </div>
          )
        }
        tools={
          <>
            <span className={classes.saved} role="status">
              {saved === 'yes' ? t('draftSaved') : ''}
            </span>
            {kind === 'reply' && !cc && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setCc([])}>
                {t('cc')}
              </Button>
            )}
            <CannedReplies number={number} onPick={(html) => editor.current?.insertHtml(html)} />
            {resolveToo && (
              <Tooltip label={<Keys keys="mod+shift+Enter" />}>
                <Button size="compact-sm" variant="default" disabled={nothing} onClick={both}>
                  {t('sendAndResolve')}
                </Button>
              </Tooltip>
            )}
            <Tooltip label={<Keys keys="mod+Enter" />}>
              <Button size="compact-sm" loading={busy} disabled={nothing || uploads.busy} onClick={() => void send()}>
                {t(kind === 'reply' ? 'send' : 'addNote')}
              </Button>
            </Tooltip>
          </>
        }
      />
    </>
  )
}
