import type { ReactNode } from 'react'
import classes from './columns.module.css'

interface Props {
  main: ReactNode
  aside: ReactNode
  asideLabel: string
  /** Pixels of the side column. */
  asideWidth?: number
}

/** Main content and a side column, which goes below the content when the place is narrow. */
export function WithAside({ main, aside, asideLabel, asideWidth = 300 }: Props) {
  return (
    <div className={classes.outer}>
      <div className={classes.grid} style={{ ['--aside' as string]: `${asideWidth}px` }}>
        <div className={classes.main}>{main}</div>
        <aside className={classes.aside} aria-label={asideLabel}>
          {aside}
        </aside>
      </div>
    </div>
  )
}
