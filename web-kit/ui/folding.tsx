import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import classes from './folding.module.css'

interface Props {
  title: ReactNode
  children: ReactNode
  open?: boolean
  /** At the end of the heading: a count or a button. */
  side?: ReactNode
}

/** A section whose content folds away under its heading. */
export function Folding({ title, children, open: initially = true, side }: Props) {
  const [open, setOpen] = useState(initially)
  // What nobody unfolds is not built, and asks the server for nothing.
  const [built, setBuilt] = useState(initially)
  const id = useId()
  return (
    <section>
      <div className={classes.head}>
        <UnstyledButton
          className={classes.button}
          onClick={() => {
            setBuilt(true)
            setOpen(!open)
          }}
          aria-expanded={open}
          aria-controls={id}
        >
          <IconChevronRight size={14} aria-hidden className={classes.arrow} data-open={open || undefined} />
          <h2 className={classes.title}>{title}</h2>
        </UnstyledButton>
        {side}
      </div>
      <div id={id} hidden={!open} className={classes.content}>
        {built && children}
      </div>
    </section>
  )
}
