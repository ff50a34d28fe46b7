import type { ReactNode } from 'react'
import classes from './manage.module.css'

interface Props {
  /** In one sentence. */
  title?: ReactNode
  /** Lines below it, few; a bad one stands out. */
  lines?: readonly { key: string | number; words: ReactNode; bad?: boolean }[]
  children?: ReactNode
  /** A region of its own, where it is more than a sentence to be read out when it changes. */
  label?: string
}

/** What something that is being edited would do, before it is saved. */
export function PreviewBox({ title, lines = [], children, label }: Props) {
  const inside = (
    <>
      {title && <b>{title}</b>}
      {lines.length > 0 && (
        <ul>
          {lines.map(({ key, words, bad }) => (
            <li key={key} data-bad={bad || undefined}>
              {words}
            </li>
          ))}
        </ul>
      )}
      {children}
    </>
  )
  return label ? (
    <section className={classes.preview} aria-label={label}>
      {inside}
    </section>
  ) : (
    <div className={classes.preview} role="status">
      {inside}
    </div>
  )
}
