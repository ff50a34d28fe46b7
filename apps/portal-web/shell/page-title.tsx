import type { ReactNode } from 'react'
import classes from './page-title.module.css'
import { useTitle } from './use-title.ts'

/** The heading of a page; its words also stand in the browser's tab. */
export function PageTitle({ children, lead }: { children: string; lead?: ReactNode }) {
  useTitle(children)
  return (
    <div className={classes.head}>
      <h1 className={classes.title}>{children}</h1>
      {lead && <p className={classes.lead}>{lead}</p>}
    </div>
  )
}
