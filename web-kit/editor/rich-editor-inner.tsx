import { Placeholder } from '@tiptap/extension-placeholder'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { styleNonce } from '../app/nonce.ts'
import { isMac } from '../shortcuts/registry.ts'
import { withoutStyles } from './clean-paste.ts'
import classes from './editor.module.css'
import { handleOf } from './editor-handle.ts'
import type { RichEditorProps } from './editor-props.ts'
import { Toolbar } from './editor-toolbar.tsx'
import { type MentionState, mentionExtension } from './mention.ts'
import { MentionList } from './mention-list.tsx'
import { pictureNode } from './picture-node.ts'
import { tableNodes } from './table-nodes.ts'
import { usePasting } from './use-pasting.ts'

export default function RichEditorInner(props: RichEditorProps) {
  const { t } = useTranslation('kit')
  const latest = useRef(props)
  latest.current = props
  const [dragging, setDragging] = useState(false)
  const [mention, setMention] = useState<MentionState>()
  const naming = useRef(false)
  naming.current = mention !== undefined
  const mentionKeys = useRef<(event: KeyboardEvent) => boolean>(undefined)

  const here = useRef<Editor>(null)
  const { pictures, take, paste, clean } = usePasting(latest, here)

  const editor = useEditor({
    injectNonce: styleNonce(),
    editable: !props.disabled,
    autofocus: props.autoFocus ? 'end' : false,
    content: withoutStyles(props.initialHtml ?? ''),
    extensions: [
      StarterKit.configure({
        heading: false,
        link: { openOnClick: false, autolink: true, HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' } },
      }),
      Placeholder.configure({ placeholder: () => latest.current.placeholder ?? '' }),
      pictureNode(pictures),
      ...tableNodes,
      ...(props.mentions
        ? [
            mentionExtension(
              (query) => latest.current.mentions?.(query) ?? Promise.resolve([]),
              setMention,
              mentionKeys,
            ),
          ]
        : []),
    ],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': props.label, class: classes.text ?? '' },
      handlePaste: (_view, event) => paste(event.clipboardData),
      transformPastedHTML: clean,
      handleDrop: (view, event, _slice, moved) => {
        setDragging(false)
        // Browsers give a picture that is moved within the text as a file too.
        if (moved) return false
        return take(event.dataTransfer?.files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos)
      },
      handleKeyDown: (view, event) => {
        // Out of the text, so that single keys act again; the list of names is left first.
        if (event.key === 'Escape' && !naming.current) {
          view.dom.blur()
          return true
        }
        const mod = isMac ? event.metaKey : event.ctrlKey
        if (event.key === 'Enter' && mod && latest.current.onSubmit) {
          event.preventDefault()
          latest.current.onSubmit(event.shiftKey)
          return true
        }
        return false
      },
    },
    onUpdate: ({ editor: now }) => latest.current.onChange?.(pictures().settled(now.getHTML()), now.isEmpty),
  })

  useEffect(() => {
    here.current = editor
    if (editor) latest.current.onReady?.(handleOf(editor, pictures()))
  }, [editor, pictures])
  useEffect(() => {
    editor?.setEditable(!props.disabled, false)
  }, [editor, props.disabled])

  if (!editor) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere on the frame; the button does the same
    <div
      className={classes.frame}
      data-dragging={dragging || undefined}
      onDragEnter={(event) => props.onFiles && event.dataTransfer.types.includes('Files') && setDragging(true)}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setDragging(false)}
      onDragOver={(event) => dragging && event.preventDefault()}
      onDrop={(event) => {
        setDragging(false)
        if (event.defaultPrevented) return
        if (take(event.dataTransfer.files)) event.preventDefault()
      }}
    >
      <EditorContent
        editor={editor}
        className={classes.body}
        style={{ minHeight: props.minHeight ?? 72, maxHeight: props.maxHeight ?? 320 }}
      />
      {props.below && <div className={classes.below}>{props.below}</div>}
      <Toolbar
        editor={editor}
        onFiles={props.onFiles}
        onPictures={props.onPicture && ((files) => void take(files))}
        tools={props.tools}
      />
      {dragging && <div className={classes.drop}>{t(props.onPicture ? 'editor.dropOrPicture' : 'editor.drop')}</div>}
      {mention && <MentionList state={mention} keys={mentionKeys} />}
    </div>
  )
}
