import { type ReactNode, useEffect } from 'react'
import classes from './page.module.css'

interface Props {
  /** The document's title, and the page's heading where `heading` is given. */
  title: string
  heading?: boolean
  actions?: ReactNode
  /** Reading width, centred. */
  narrow?: boolean
  /** The content fills the screen and scrolls by itself. */
  bare?: boolean
  children: ReactNode
}

/** One screen: its landmark, its title, its scrolling. */
export function Page({ title, heading, actions, narrow, bare, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Deskhand`
  }, [title])
  return (
    <main id="content" tabIndex={-1} className={classes.page}>
      {heading && (
        <header className={classes.head}>
          <h1 className={classes.title}>{title}</h1>
          {actions}
        </header>
      )}
      <div className={classes.body} data-narrow={narrow || undefined} data-bare={bare || undefined}>
        {children}
      </div>
    </main>
  )
}
