import type { Editor } from '@tiptap/react'
import type { EditorHandle } from './editor-props.ts'

export const handleOf = (editor: Editor): EditorHandle => ({
  focus: () => void editor.commands.focus('end'),
  clear: () => void editor.commands.clearContent(true),
  setHtml: (html) => void editor.commands.setContent(html),
  insertHtml: (html) => void editor.chain().focus().insertContent(html).run(),
  html: () => editor.getHTML(),
  text: () => editor.getText({ blockSeparator: '\n' }),
  isEmpty: () => editor.isEmpty,
})
