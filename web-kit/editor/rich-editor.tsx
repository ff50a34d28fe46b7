import { lazy, Suspense } from 'react'
import { fetchPart } from '../app/fetch-part.ts'
import { PartBoundary } from '../app/unreachable.tsx'
import classes from './editor.module.css'
import type { RichEditorProps } from './editor-props.ts'

const load = () => import('./rich-editor-inner.tsx')
const Inner = lazy(() => fetchPart(load))

/** Fetches the editor ahead of its first use. */
export const preloadEditor = () => void load().catch(() => {})

/** Rich text; the editor itself is loaded when first shown, into a place of the same height. */
export function RichEditor(props: RichEditorProps) {
  return (
    <PartBoundary>
      <Suspense fallback={<div className={classes.waiting} style={{ minHeight: (props.minHeight ?? 72) + 40 }} />}>
        <Inner {...props} />
      </Suspense>
    </PartBoundary>
  )
}
