import type { ReactNode } from 'react'

export interface Mentionable {
  id: number
  label: string
  hint?: string
}

/** A picture that is up. */
export interface Picture {
  url: string
}

export interface EditorHandle {
  focus(): void
  clear(): void
  /** Replaces everything. */
  setHtml(html: string): void
  /** At the cursor: canned replies, file names. */
  insertHtml(html: string): void
  html(): string
  text(): string
  isEmpty(): boolean
}

export interface RichEditorProps {
  /** For the accessible name. */
  label: string
  initialHtml?: string
  placeholder?: string
  minHeight?: number
  maxHeight?: number
  autoFocus?: boolean
  disabled?: boolean
  onChange?: (html: string, empty: boolean) => void
  /** Dropped, pasted or chosen files. Without it none are taken. */
  onFiles?: (files: File[]) => void
  /**
   * Sends a dropped, pasted or chosen picture up, which stands in the text at once. Without it pictures are files like any
   * other; undefined when it could not be sent, which was said already.
   */
  onPicture?: (picture: File) => Promise<Picture | undefined>
  /** `@` looks people up. */
  mentions?: (query: string) => Promise<Mentionable[]>
  /** ⌘↵ / Ctrl ↵; with ⇧ as the second argument. */
  onSubmit?: (withShift: boolean) => void
  onReady?: (editor: EditorHandle) => void
  /** Buttons at the end of the toolbar. */
  tools?: ReactNode
  /** A line under the text, inside the frame: attachments. */
  below?: ReactNode
}
