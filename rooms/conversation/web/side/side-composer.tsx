import { Button } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import type { EditorHandle } from '../../../../web-kit/editor/editor-props.ts'
import { RichEditor } from '../../../../web-kit/editor/rich-editor.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { UploadChips } from '../../../../web-kit/ui/upload-chips.tsx'
import { listSideConversations, type SideConversation, writeSideMessageEndpoint } from '../../contract/http.ts'
import { offerUndo } from './offer-undo.ts'
import { namesOf } from './side-names.ts'
import { type SideFiles, useSideFiles } from './use-side-files.ts'

/** What was written and taken back. */
export interface TakenBack {
  html: string
  files: SideFiles
}

interface Props {
  side: SideConversation
  aside: ReactNode
  before: TakenBack | undefined
  onTakenBack: (words: TakenBack) => void
  onSent: () => void
}

/** Writes on in a side conversation; what is typed stays until it is sent. */
export function SideComposer({ side, aside, before, onTakenBack, onSent }: Props) {
  const { t } = useTranslation('side')
  const [writing, setWriting] = useState(before !== undefined)
  const [empty, setEmpty] = useState(!before?.html)
  const [busy, setBusy] = useState(false)
  const { uploads, picture, goingWith, kept, clear } = useSideFiles(before?.files)
  const editor = useRef<EditorHandle>(undefined)
  const names = namesOf(side)
  const params = { number: side.ticketNumber, id: side.id }
  if (!writing) {
    return (
      <div style={{ display: 'flex', gap: 8 }}>
        <Button size="compact-sm" onClick={() => setWriting(true)}>
          {t('write')}
        </Button>
        {aside}
      </div>
    )
  }
  const nothing = (empty && uploads.files.length === 0) || uploads.underway.length > 0
  const send = async () => {
    if (busy || nothing) return
    setBusy(true)
    try {
      const html = editor.current?.html() ?? ''
      const body = { html, attachments: goingWith(html) }
      const sent = await api(writeSideMessageEndpoint, { params, body, idempotencyKey: crypto.randomUUID() })
      await stale(listSideConversations, { params: { number: side.ticketNumber } })
      const written = { html, files: kept() }
      offerUndo(t('sent', { names }), sent, () => onTakenBack(written))
      clear()
      setWriting(false)
      onSent()
    } catch (error) {
      toast.problem(error as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <RichEditor
      label={t('write')}
      placeholder={t('writeHelp', { names })}
      autoFocus
      initialHtml={before?.html ?? ''}
      minHeight={56}
      onReady={(handle) => {
        editor.current = handle
      }}
      onChange={(_html, isEmpty) => setEmpty(isEmpty)}
      onFiles={uploads.add}
      onPicture={picture}
      onSubmit={() => void send()}
      below={uploads.files.length + uploads.underway.length > 0 && <UploadChips uploads={uploads} />}
      tools={
        <>
          <Button size="compact-sm" variant="default" onClick={() => setWriting(false)}>
            {t('cancel')}
          </Button>
          <Button size="compact-sm" loading={busy} disabled={nothing} onClick={() => void send()}>
            {t('send')}
          </Button>
        </>
      }
    />
  )
}
