import { type ReactNode, useId } from 'react'
import classes from './profile.module.css'

/** One group of settings. */
export function Card({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id}>
      <h2 id={id} className={classes.cardTitle}>
        {title}
      </h2>
      {lead && <p className={classes.cardLead}>{lead}</p>}
      {children}
    </section>
  )
}
