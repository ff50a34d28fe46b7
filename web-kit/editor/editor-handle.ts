import type { Editor } from '@tiptap/react'
import { withoutStyles } from './clean-paste.ts'
import type { EditorHandle } from './editor-props.ts'
import type { Pictures } from './pictures.ts'

// An editor may be gone when a late undo reaches for it; its words are kept as a draft all the same.
export const handleOf = (editor: Editor, pictures: Pictures): EditorHandle => ({
  focus: () => {
    if (editor.isDestroyed) return
    // TipTap waits for a frame; the letters typed until then would be taken for shortcuts.
    editor.view.focus()
    editor.commands.focus('end')
  },
  clear: () => void (editor.isDestroyed || editor.commands.clearContent(true)),
  setHtml: (html) => void (editor.isDestroyed || editor.commands.setContent(withoutStyles(html))),
  insertHtml: (html) => void editor.chain().focus().insertContent(withoutStyles(html)).run(),
  html: () => pictures.settled(editor.getHTML()),
  text: () => editor.getText({ blockSeparator: '\n' }),
  isEmpty: () => editor.isEmpty,
})
