import { lazy, Suspense } from 'react'
import classes from './editor.module.css'
import type { RichEditorProps } from './editor-props.ts'

const Inner = lazy(() => import('./rich-editor-inner.tsx'))

/** Fetches the editor ahead of its first use. */
export const preloadEditor = () => void import('./rich-editor-inner.tsx')

/** Rich text; the editor itself is loaded when first shown, into a place of the same height. */
export function RichEditor(props: RichEditorProps) {
  return (
    <Suspense fallback={<div className={classes.waiting} style={{ minHeight: (props.minHeight ?? 72) + 40 }} />}>
      <Inner {...props} />
    </Suspense>
  )
}
