import { Button, TagsInput, Tooltip } from '@mantine/core'
import { type ReactNode, useEffect, useImperativeHandle } from 'react'
import { useTranslation } from 'react-i18next'
import { RichEditor } from '../../../web-kit/editor/rich-editor.tsx'
import { Keys } from '../../../web-kit/shortcuts/keys.tsx'
import { UploadChips } from '../../../web-kit/ui/upload-chips.tsx'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import type { MessageKind } from '../contract/http.ts'
import { CannedReplies } from './canned-replies.tsx'
import classes from './composer-panel.module.css'
import type { ComposerHandle, ComposerProps } from './composer-props.ts'
import { SendLater } from './later/send-later.tsx'
import { MeanwhileNotice } from './together/meanwhile-notice.tsx'
import { WhoIsHere } from './together/who-is-here.tsx'
import { useComposer } from './use-composer.ts'

interface Props extends Omit<ComposerProps, 'handle'> {
  kind: MessageKind
  /** Changes when the keyboard shall go into the text. */
  focus: number | undefined
  tabs: ReactNode
  onRestore: (kind: MessageKind) => void
  handle: React.Ref<Pick<ComposerHandle, 'takeBack' | 'goOn'>>
}

/** The sheet of one kind: a reply, or a note. */
export function ComposerSheet(props: Props) {
  const { kind, focus, tabs, number } = props
  const { t } = useTranslation('conversation')
  const composer = useComposer(props)
  const { editor, uploads, cc, nothing, busy, send, meanwhile } = composer
  useImperativeHandle(props.handle, () => ({
    takeBack: composer.undo,
    goOn: ({ html, cc: copies, files }) => composer.put({ html, cc: copies }, files),
  }))
  useEffect(() => {
    if (focus) editor.current?.focus()
  }, [focus, editor])

  const refused = props.abilities[kind].allowed ? undefined : (whyNot(props.abilities[kind]) ?? t('closed'))
  if (refused !== undefined)
    return (
      <>
        <WhoIsHere number={number} viewerId={props.author.id} doing="looks" />
        <p className={classes.refused}>{refused}</p>
      </>
    )

  const resolveToo = kind === 'reply' ? props.onSendAndResolve : undefined
  const sendAndResolve = () => {
    if (uploads.underway.length > 0) return
    if (meanwhile.answered) return meanwhile.hold()
    const text = editor.current?.text().trim() ?? ''
    resolveToo?.({ text, files: uploads.files.length, send, discard: composer.clear })
  }
  const doing = nothing ? 'looks' : kind === 'reply' ? 'replies' : 'notes'
  return (
    <>
      <WhoIsHere number={number} viewerId={props.author.id} doing={doing} />
      {meanwhile.answered && (
        <MeanwhileNotice
          answered={meanwhile.answered}
          held={meanwhile.held}
          onShow={() => {
            location.hash = `m${meanwhile.answered?.id}`
            meanwhile.settle()
          }}
          onSend={() => void composer.sendAnyway()}
        />
      )}
      <div className={classes.top}>
        {tabs}
        <span className={classes.to}>{kind === 'reply' ? t('to', { name: props.to }) : t('onlyDesk')}</span>
        {kind === 'reply' && !composer.bcc && cc && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => composer.setBcc([])}>
            {t('later:bcc')}
          </Button>
        )}
        {kind === 'reply' && !cc && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => composer.setCc([])}>
            {t('cc')}
          </Button>
        )}
        <span className={classes.saved} role="status">
          {composer.saved === 'yes' ? t('draftSaved') : ''}
        </span>
      </div>
      {cc && <CopyField label={t('cc')} placeholder={t('ccPlaceholder')} value={cc} onChange={composer.setCc} />}
      {composer.bcc && (
        <CopyField
          label={t('later:bcc')}
          placeholder={t('ccPlaceholder')}
          value={composer.bcc}
          onChange={composer.setBcc}
        />
      )}
      {composer.ready ? (
        <RichEditor
          label={t(kind === 'note' ? 'writeNote' : 'writeReply')}
          placeholder={t(kind === 'note' ? 'notePlaceholder' : 'replyPlaceholder')}
          initialHtml={composer.draft?.html ?? ''}
          minHeight={56}
          onReady={(given) => {
            editor.current = given
            if (focus) given.focus()
          }}
          onChange={composer.setHtml}
          onFiles={uploads.add}
          onPicture={composer.picture}
          {...(kind === 'note' && props.mentions ? { mentions: props.mentions } : {})}
          onSubmit={(withShift) => (withShift && resolveToo ? sendAndResolve() : void send())}
          below={uploads.files.length + uploads.underway.length > 0 && <UploadChips uploads={uploads} />}
          tools={
            <>
              <CannedReplies number={number} onPick={(html) => editor.current?.insertHtml(html)} />
              {resolveToo && (
                <Tooltip label={<Keys keys="mod+shift+Enter" />}>
                  <Button size="compact-sm" variant="default" disabled={nothing} onClick={sendAndResolve}>
                    {t('sendAndResolve')}
                  </Button>
                </Tooltip>
              )}
              {kind === 'reply' && (
                <SendLater
                  disabled={nothing || uploads.underway.length > 0}
                  onPlan={(at, hold) => void composer.plan(at, hold)}
                />
              )}
              <Tooltip label={<Keys keys="mod+Enter" />}>
                <Button
                  size="compact-sm"
                  loading={busy}
                  disabled={nothing || uploads.underway.length > 0}
                  onClick={() => void send()}
                >
                  {t(kind === 'reply' ? 'send' : 'addNote')}
                </Button>
              </Tooltip>
            </>
          }
        />
      ) : (
        <div className={classes.waiting} />
      )}
    </>
  )
}

interface CopyProps {
  label: string
  placeholder: string
  value: string[]
  onChange: (value: string[]) => void
}

function CopyField({ label, placeholder, value, onChange }: CopyProps) {
  return (
    <TagsInput
      size="xs"
      mb={6}
      aria-label={label}
      placeholder={placeholder}
      leftSection={<span className={classes.cc}>{label}</span>}
      leftSectionWidth={38}
      value={value}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      isDuplicate={(one, all) => all.includes(one) || !/^[^@\s]+@[^@\s]+$/.test(one)}
      onChange={onChange}
    />
  )
}
