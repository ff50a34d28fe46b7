import type { Editor } from '@tiptap/react'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { cleanPaste, saysSomething } from './clean-paste.ts'
import type { RichEditorProps } from './editor-props.ts'
import { isPicture, makePictures, type Pictures, pictureFromData, widthOf } from './pictures.ts'

/** What happens to files and foreign HTML that are pasted, dropped or chosen. */
export function usePasting(latest: RefObject<RichEditorProps>, editor: RefObject<Editor | null>) {
  const pictures = useRef<Pictures>(undefined)
  // The same for good: whoever hands the editor out again with a new one takes the keyboard from where it is.
  const held = useCallback(() => pictures.current as Pictures, [])
  pictures.current ??= makePictures(
    (file) => latest.current.onPicture?.(file) ?? Promise.resolve(undefined),
    () => tellChange(latest, editor, held()),
  )
  useEffect(() => () => pictures.current?.end(), [])

  const begin = (file: File) => held().begin(file, (src) => editor.current && takeOut(editor.current, src))

  const insert = async (file: File, at: number | undefined) => {
    const [width, now] = [await widthOf(file), editor.current]
    if (!now || now.isDestroyed) return
    const picture = { type: 'picture', attrs: { src: begin(file), alt: file.name, width } }
    if (at === undefined) now.chain().focus().insertContent(picture).run()
    else now.chain().insertContentAt(Math.min(at, now.state.doc.content.size), picture).focus().run()
  }

  /** Takes files: pictures into the text at a place, where that is possible, all others as attachments. */
  const take = (files: Iterable<File> | null | undefined, at?: number): boolean => {
    const { onFiles, onPicture } = latest.current
    const all = [...(files ?? [])]
    const inline = onPicture ? all.filter(isPicture) : []
    const attached = all.filter((file) => !inline.includes(file))
    for (const file of inline) void insert(file, at)
    if (attached.length > 0) onFiles?.(attached)
    return inline.length > 0 || (attached.length > 0 && onFiles !== undefined)
  }

  return {
    pictures: held,
    take,
    /** Office puts a picture of what was copied beside its words. */
    paste: (data: DataTransfer | null): boolean =>
      data !== null && !saysSomething(data.getData('text/html')) && take(data.files),
    clean: (html: string) =>
      cleanPaste(html, (src) => {
        if (held().holds(src)) return src
        const file = latest.current.onPicture ? pictureFromData(src) : undefined
        return file && begin(file)
      }),
  }
}

function tellChange(latest: RefObject<RichEditorProps>, editor: RefObject<Editor | null>, pictures: Pictures): void {
  const now = editor.current
  if (now && !now.isDestroyed) latest.current.onChange?.(pictures.settled(now.getHTML()), now.isEmpty)
}

/** A picture that could not be sent up leaves the text again. */
function takeOut(editor: Editor, src: string): void {
  if (editor.isDestroyed) return
  const { tr, doc } = editor.state
  doc.descendants((node, at) => {
    if (node.type.name === 'picture' && node.attrs.src === src) tr.delete(tr.mapping.map(at), tr.mapping.map(at + 1))
  })
  editor.view.dispatch(tr)
}
